package kz.kezek.sla;

/** Where timers are kept until they are due: one row each, committed with the change that calls for it (S7). */
interface TimerSchedule {

    /** Keeps this timer; keeping it again changes nothing. */
    void schedule(ClockTimer timer);
}
