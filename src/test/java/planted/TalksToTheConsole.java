package planted;

/** Prints where nobody looks. */
public final class TalksToTheConsole {

    public void speak() {
        System.out.println("here I am");
    }
}
