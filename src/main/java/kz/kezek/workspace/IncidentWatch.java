package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import kz.kezek.workspace.IncidentProposals.Proposal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks for incidents every few seconds, so that the queue can tell of one without asking the database. */
@Component
class IncidentWatch implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentWatch.class);

    private final IncidentProposals proposals;
    private final IncidentSettings settings;
    private final Clock clock;
    private volatile List<Proposal> seen = List.of();

    IncidentWatch(IncidentProposals proposals, IncidentSettings settings, Clock clock) {
        this.proposals = proposals;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was proposed at the last look. */
    List<Proposal> seen() {
        return seen;
    }

    /** Looks now; while the database is away, what was seen last stays. */
    void look() {
        try {
            seen = proposals.at(clock.instant());
        } catch (RuntimeException away) {
            LOG.debug("looking for incidents failed, next look in {}", settings.lookEvery(), away);
        }
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::look, settings.lookEvery(), settings.lookEvery()));
    }
}
