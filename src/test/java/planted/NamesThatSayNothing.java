package planted;

/** Names that say nothing; nested ones, for a rule that looks at the outer name only would miss them. */
public interface NamesThatSayNothing {

    /** Ends in what every class is. */
    interface ThingUtils {}

    /** Begins with what every class does. */
    interface ManagerOfThings {}
}
