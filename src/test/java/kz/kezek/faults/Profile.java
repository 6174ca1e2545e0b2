package kz.kezek.faults;

/** How long the campaign goes on: {@code ci} fits beside a build, {@code all} is for a night. */
enum Profile {
    CI,
    ALL;

    /** The one asked for by {@code -Dkezek.faults=ci|all}. */
    static Profile asked() {
        return "all".equals(System.getProperty("kezek.faults")) ? ALL : CI;
    }

    int rounds(int inCi, int inAll) {
        return this == CI ? inCi : inAll;
    }
}
