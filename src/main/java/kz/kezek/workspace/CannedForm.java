package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.kezek.workspace.CannedAnswer.InLanguages;
import org.jspecify.annotations.Nullable;

/** What the form of a canned answer brings. */
record CannedForm(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String titleRu,
        @Nullable String titleKk,
        @Nullable String titleEn,
        @Nullable String textRu,
        @Nullable String textKk,
        @Nullable String textEn) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    CannedAnswer answer() {
        return new CannedAnswer(
                id == null ? 0 : id,
                clean(name).toLowerCase(Locale.ROOT),
                new InLanguages(clean(titleRu), clean(titleKk), clean(titleEn)),
                new InLanguages(clean(textRu), clean(textKk), clean(textEn)));
    }

    /** The keys of everything that is wrong: a text is needed in each language, or an applicant would get another's. */
    List<String> errors() {
        CannedAnswer answer = answer();
        List<String> errors = new ArrayList<>();
        if (!NAME.matcher(answer.name()).matches()) {
            errors.add("canned.error.name");
        }
        if (parts(answer.title()).anyMatch(title -> title.isEmpty() || title.length() > LONGEST_TITLE)) {
            errors.add("canned.error.title");
        }
        if (parts(answer.text()).anyMatch(text -> text.isEmpty() || text.length() > LONGEST_TEXT)) {
            errors.add("canned.error.text");
        }
        return errors;
    }

    private static Stream<String> parts(InLanguages texts) {
        return Stream.of(texts.ru(), texts.kk(), texts.en());
    }

    private static String clean(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\0", "").replace("\r\n", "\n").strip();
    }
}
