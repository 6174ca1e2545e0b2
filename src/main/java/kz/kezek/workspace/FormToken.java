package kz.kezek.workspace;

/** The token that a form carries against cross-site forgery, under the parameter's name. */
public record FormToken(String parameter, String value) {}
