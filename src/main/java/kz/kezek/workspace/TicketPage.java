package kz.kezek.workspace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.RibbonView;

/**
 * One ticket: head, clock, conversation, the five items, the likely problem, the applicant, the place to write, what was just
 * sent or saved, the step about to be taken, and what the ticket has to do with others.
 */
public record TicketPage(
        Head head,
        Optional<SlaView> sla,
        Optional<RibbonView> ribbon,
        List<Notice> notices,
        Optional<UndoView> undo,
        List<Entry> conversation,
        FiveItems five,
        Optional<LikelyProblem> problem,
        ApplicantCard applicant,
        ComposerView composer,
        Optional<ComposerView.Mode> done,
        Optional<StepView> step,
        Ties ties)
        implements Page {

    @Override
    public String template() {
        return "ticket";
    }

    /** What the ticket is and where it stands. */
    public record Head(
            TicketLink ticket,
            Title title,
            Channel channel,
            String registered,
            Stage stage,
            Optional<Avatar> assignee,
            List<Act> acts,
            Optional<Place> place,
            WatchersView watchers) {

        /** Shorter words tell tickets from each other no better than their endings do. */
        private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

        private static final int MOST_WORDS = 4;

        /** Where tickets with the same words in their subjects and letters are found. */
        public String similar() {
            String words = WORD.matcher(title.subject())
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .limit(MOST_WORDS)
                    .collect(Collectors.joining(" "));
            return "/desk/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        }

        /** A ticket in which nobody else is. */
        @SuppressWarnings("TooManyParameters")
        public Head(
                TicketLink ticket,
                Title title,
                Channel channel,
                String registered,
                Stage stage,
                Optional<Avatar> assignee,
                List<Act> acts,
                Optional<Place> place) {
            this(ticket, title, channel, registered, stage, assignee, acts, place, new WatchersView(0, List.of()));
        }
    }

    /** The subject in the letter's language. */
    public record Title(String subject, Language language) {}

    /** Place in the queue, with the ways to the neighbours. */
    public record Place(int number, int of, Optional<TicketLink> previous, Optional<TicketLink> following) {}

    /** State of the ticket, as a tag. */
    public enum Stage {
        RECEIVED("accent"),
        REGISTERED("accent"),
        IN_PROGRESS(""),
        AWAITING_APPLICANT("hold"),
        INFORMATION_SUPPLIED("accent"),
        ANSWERED("good"),
        CLOSED("good"),
        DISCONTINUED("late"),
        NOT_A_REQUEST(""),
        DUPLICATE(""),
        MERGED("");

        private final String tone;

        Stage(String tone) {
            this.tone = tone;
        }

        /** The tag's tone. */
        public String tone() {
            return tone;
        }

        /** The key of its word. */
        public String key() {
            return "stage." + SlaView.dashed(name());
        }
    }

    /** One step that the agent may take now: a button that posts to a noun, or a way to what is asked before. */
    public record Act(Verb verb, String href) {}

    /** What the button does. */
    public enum Verb {
        TAKE("user-plus", "KeyI", "I", ""),
        RELEASE("user-x", "", "", ""),
        CLOSE("circle-check", "", "", ""),
        UNDO_DISCONTINUATION("undo-2", "", "", ""),
        REOPEN("undo-2", "", "", "reopening"),
        UNDO_MARK("undo-2", "", "", "mark-undo"),
        UNDO_MERGER("undo-2", "", "", "merger-undo"),
        REASSIGN("user-check", "KeyA", "A", "assignment"),
        MERGE("inbox", "", "", "mergers"),
        SPLIT("rows-2", "", "", "splits"),
        LINK("plus", "KeyL", "L", "links"),
        ADD_PARTICIPANT("user-plus", "", "", "participants"),
        GIVE_ADDRESS("mail", "", "", "addresses"),
        MARK_DUPLICATE("file-text", "", "", "duplicate-marks"),
        MARK_NOT_A_REQUEST("circle-dot", "", "", "not-a-request-marks");

        private final String icon;
        private final String code;
        private final String cap;
        private final String noun;

        Verb(String icon, String code, String cap, String noun) {
            this.icon = icon;
            this.code = code;
            this.cap = cap;
            this.noun = noun;
        }

        /** Whether the page says what follows, and asks what it must, before it is done. */
        public boolean asks() {
            return !noun.isEmpty();
        }

        /** The resource it posts to. */
        public String noun() {
            return noun;
        }

        /** The same word for addresses and texts: {@code undo-mark}. */
        public String word() {
            return SlaView.dashed(name());
        }

        /** Its icon in the sprite. */
        public String icon() {
            return icon;
        }

        /** The physical key, or nothing. */
        public String code() {
            return code;
        }

        /** What is printed on that key. */
        public String cap() {
            return cap;
        }

        /** The key of its words. */
        public String key() {
            return "verb." + SlaView.dashed(name());
        }
    }

    /** Something an agent must know before reading on. */
    public record Notice(Tone tone, String key, List<Object> arguments, Optional<TicketLink> ticket) {

        private static final String SENT = "notice.sent-";

        /** That something was sent in the ticket before this one. */
        static Notice sent(ComposerView.Mode mode, TicketLink before) {
            return new Notice(Tone.GOOD, SENT + mode.word(), List.of(), Optional.of(before));
        }

        /** Where what was sent had been written: it is no draft any more. */
        public Optional<String> sent() {
            return Stream.of(ComposerView.Mode.values())
                    .filter(mode -> key.equals(SENT + mode.word()))
                    .flatMap(mode -> ticket.stream().map(link -> link.href() + "/" + mode.noun()))
                    .findFirst();
        }
    }

    /** How loud a notice is. */
    public enum Tone {
        LATE("circle-alert"),
        SOON("triangle-alert"),
        HOLD("pause"),
        GOOD("circle-check"),
        ACCENT("circle-dot");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        /** Its icon in the sprite. */
        public String icon() {
            return icon;
        }

        /** The style class. */
        public String word() {
            return SlaView.dashed(name());
        }
    }
}
