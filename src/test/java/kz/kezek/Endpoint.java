package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A method and a pattern of addresses that the program answers.
 *
 * @param method {@code ANY} where the program does not say
 * @param pattern as the program writes it, with the fields that choose between two of one address: {@code /a/{id}?trouble}
 */
record Endpoint(String method, String pattern) {

    private static final Pattern VARIABLE = Pattern.compile("/\\{\\*\\w+}|\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** What stands in an address for each variable: behind it is nothing, except where only few words can stand. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("number", "SK-26-999999"),
            Map.entry("id", "999999"),
            Map.entry("id:[0-9a-f-]{36}", "00000000-0000-0000-0000-000000000000"),
            Map.entry("token", "A".repeat(43)),
            Map.entry("message", "999"),
            Map.entry("position", "999"),
            Map.entry("slug", "no-such-instruction"),
            Map.entry("way", "queue"),
            Map.entry("surface", "answer"),
            Map.entry("noun", "answers"),
            Map.entry("name", "acceptance-notice"),
            Map.entry("language", "ru"));

    /** All of them, in order. Some page must have been asked for before: a servlet knows its addresses from then on. */
    static List<Endpoint> of(RunningDesk desk) {
        List<HandlerMapping> mappings =
                Objects.requireNonNull(desk.bean(DispatcherServlet.class).getHandlerMappings());
        return mappings.stream()
                .flatMap(Endpoint::of)
                .distinct()
                .sorted(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    private static Stream<Endpoint> of(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().stream().flatMap(Endpoint::of);
            case AbstractUrlHandlerMapping resources ->
                resources.getPathPatternHandlerMap().keySet().stream()
                        .map(path -> new Endpoint("ANY", path.getPatternString()));
            default -> {
                assertThat(mapping.getClass().getSimpleName())
                        .as("a way to answer that this test cannot list")
                        .isIn("RouterFunctionMapping", "WelcomePageNotAcceptableHandlerMapping");
                yield Stream.empty();
            }
        };
    }

    private static Stream<Endpoint> of(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        String chosenBy = info.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("&"));
        return info.getPatternValues().stream()
                .map(path -> chosenBy.isEmpty() ? path : path + "?" + chosenBy)
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of(new Endpoint("ANY", path))
                        : methods.stream().map(method -> new Endpoint(method.name(), path)));
    }

    /** The method to ask with. */
    String asked() {
        return method.equals("ANY") ? "GET" : method;
    }

    boolean changes() {
        return !asked().equals("GET");
    }

    boolean isOfMachines() {
        return pattern.startsWith("/api/") || pattern.startsWith("/actuator");
    }

    /** An address of this pattern behind which nothing is. */
    String toNothing() {
        return path(Map.of());
    }

    /** An address of this pattern; variables not named here lead to nothing. */
    String path(Map<String, String> values) {
        String path = VARIABLE.matcher(pattern.replaceFirst("[?].*", "")).replaceAll(found -> {
            String name = found.group(1) == null ? "" : found.group(1);
            return name.isEmpty() ? "/nothing" : value(values, name, name + ":" + found.group(2));
        });
        String chosen = pattern.contains("?") ? pattern.substring(pattern.indexOf('?') + 1) : "!";
        return path.replace("**", values.getOrDefault("**", "nothing"))
                + (chosen.startsWith("!") ? "" : "?" + chosen + "=999999");
    }

    private static String value(Map<String, String> given, String name, String nameAndForm) {
        return Stream.of(given, SAMPLES)
                .flatMap(values ->
                        Stream.of(nameAndForm, name).filter(values::containsKey).map(values::get))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value for " + nameAndForm));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
