package planted;

/** A name that says nothing. */
public interface ManagerOfThings {}
