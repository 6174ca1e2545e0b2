package kz.kezek.drawing;

/** Where a style sheet, script, font or icon is served: its path with a hash of its content, cached for a year. */
@FunctionalInterface
public interface Assets {

    /** The address of a file given by its path below {@code static/}, e.g. {@code assets/ui.css}. */
    String url(String path);
}
