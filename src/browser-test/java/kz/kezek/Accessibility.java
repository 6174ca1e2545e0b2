package kz.kezek;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What a page as it stands does wrong: what axe-core complains of, and what does not fit. Frames have pages of their own. */
public final class Accessibility {

    /** WCAG 2.2, levels A and AA. */
    public static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** And what axe-core holds to be good practice. */
    public static final List<String> BEST = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    /**
     * The violations of these rules, each with its place and what would mend it; empty for a clean page. Asked without axe-core's
     * report of everything that holds, which takes longer than the check.
     */
    public static List<String> faults(Page page, List<String> rules) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> faults = (List<?>) page.evaluate("""
                async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations'], iframes: false})).violations
                    .flatMap(rule => rule.nodes.map(node => `${rule.id} ${node.html} ${node.failureSummary}`))
                """, rules);
        return faults.stream().map(Object::toString).toList();
    }

    /** What sticks out when the page scrolls sideways (WCAG 1.4.10); empty when it does not. */
    public static String stickingOut(Page page) {
        return (String) page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                    .map(each => each.outerHTML.slice(0, 160)).slice(-3).join('\\n')
                """);
    }
}
