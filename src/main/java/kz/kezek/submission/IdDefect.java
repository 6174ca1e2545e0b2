package kz.kezek.submission;

/** What can be wrong with the number in a letter. The names are the stable codes of the defects. */
public enum IdDefect {
    ID_PLACEHOLDER,
    ID_TEN_DIGITS,
    ID_ELEVEN_DIGITS,
    ID_THIRTEEN_DIGITS,
    ID_WRONG_LENGTH,
    ID_SPACES_INSIDE,
    ID_LETTERS_INSIDE,
    ID_CHECK_DIGIT,
    ID_IMPOSSIBLE_DATE,
    ID_NOT_IIN_NOR_BIN,
    ID_CONFLICT,
    ID_NOT_IN_ITEM,
    ID_DIFFERS_FROM_CERTIFICATE;

    static IdDefect ofLength(int digits) {
        return switch (digits) {
            case 10 -> ID_TEN_DIGITS;
            case 11 -> ID_ELEVEN_DIGITS;
            case 13 -> ID_THIRTEEN_DIGITS;
            default -> ID_WRONG_LENGTH;
        };
    }
}
