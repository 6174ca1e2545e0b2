package kz.kezek;

import java.time.Clock;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.demo.AcceleratedClock;
import kz.kezek.regulation.Regulation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The program as Spring wires it. The command line ({@code kz.kezek.cli.Kezek}) starts it; pure subcommands never do. */
@SpringBootApplication
public class KezekApplication {

    /**
     * The one clock of the program, read at the edges only: domain methods take {@code Instant at}. A demonstration may let
     * it run faster.
     */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${kezek.demo.clock-speed:1}") int speed) {
        return speed == 1 ? Clock.systemUTC() : new AcceleratedClock(Clock.systemUTC(), speed);
    }

    @Bean
    Regulation regulation() {
        return Regulation.inForce();
    }

    @Bean
    BusinessCalendar businessCalendar(Regulation regulation) {
        return regulation.calendar();
    }
}
