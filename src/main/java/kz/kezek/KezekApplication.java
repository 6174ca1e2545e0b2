package kz.kezek;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import kz.kezek.regulation.Regulation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The program as Spring wires it. The command line ({@code kz.kezek.cli.Kezek}) starts it; pure subcommands never do. */
@SpringBootApplication
@EnableScheduling
public class KezekApplication {

    /**
     * The world's clock, in whole seconds: the regulation knows nothing smaller. What runs inside the program takes the
     * {@code Clock} bean instead, which may be another.
     */
    public static final Clock WORLD_CLOCK = Clock.tickSeconds(ZoneOffset.UTC);

    /** The one clock of the program, read at the edges only: domain methods take {@code Instant at}. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return WORLD_CLOCK;
    }

    /** The threads of the watches, each of which may be busy at the same time as the others. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler watches = new ThreadPoolTaskScheduler();
        watches.setThreadNamePrefix("watch-");
        watches.setPoolSize(3);
        watches.setWaitForTasksToCompleteOnShutdown(true);
        watches.setAwaitTerminationSeconds(10);
        return watches;
    }

    /** The rules of the file that {@code kezek.regulation} names, else those of the program. */
    @Bean
    Regulation regulation(@Value("${kezek.regulation:}") String file) throws IOException {
        return file.isBlank() ? Regulation.inForce() : Regulation.read(Path.of(file));
    }
}
