package kz.kezek.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.kezek.identity.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role as it is typed: {@code shift-lead}, in any case. */
final class RoleWord implements ITypeConverter<Role> {

    @Override
    public Role convert(String word) {
        return Arrays.stream(Role.values())
                .filter(role ->
                        written(role).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is no role; there are: %s"
                        .formatted(
                                word,
                                Arrays.stream(Role.values())
                                        .map(RoleWord::written)
                                        .collect(Collectors.joining(", ")))));
    }

    static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
