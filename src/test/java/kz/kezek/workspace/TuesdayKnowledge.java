package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/** Tuesday's knowledge base and incidents. */
final class TuesdayKnowledge {

    private static final List<Language> ORDER = List.of(Language.KK, Language.RU, Language.EN);

    private TuesdayKnowledge() {}

    static KnowledgePage list() {
        return new KnowledgePage(
                List.of(
                        new KnowledgePage.Row(
                                "/desk/knowledge/ncalayer-is-not-running",
                                "NCALayer не запущен или не установлен",
                                "ncalayer-is-not-running",
                                3,
                                "пн, 9 ноября",
                                "вт, 10 ноября",
                                true,
                                false,
                                128,
                                64,
                                7),
                        new KnowledgePage.Row(
                                "/desk/knowledge/java-plugin",
                                "Java-апплет больше не нужен",
                                "java-plugin",
                                1,
                                "пн, 2 марта",
                                "вт, 2 марта",
                                false,
                                true,
                                0,
                                0,
                                0)),
                1,
                true);
    }

    static InstructionPage instruction() {
        return new InstructionPage(
                "ncalayer-is-not-running",
                "ncalayer",
                "2026-11-10",
                false,
                false,
                true,
                ORDER.stream()
                        .map(language -> new InstructionPage.Text(language, "NCALayer", "1\n2\n3"))
                        .toList(),
                List.of(new InstructionPage.Version(3, "пн, 9 ноября, 10:20", "Дина К.", "NCALayer не запущен")),
                Optional.of("knowledge.problem.incomplete"),
                Optional.of("knowledge.done.reviewed"));
    }

    static IncidentsPage incidents() {
        return new IncidentsPage(
                List.of(
                        new IncidentsPage.Row(
                                2, "вт, 24 ноября, 09:40", Optional.empty(), texts("Подписание временно не работает")),
                        new IncidentsPage.Row(
                                1,
                                "пн, 16 ноября, 14:00",
                                Optional.of("пн, 16 ноября, 15:30"),
                                texts("Не приходили SMS"))),
                texts(""),
                true,
                Optional.of("incidents.problem.incomplete"),
                List.of(TuesdayIncident.proposed()));
    }

    static IncidentsPage noIncidents() {
        return new IncidentsPage(List.of(), texts(""), false, Optional.empty(), List.of());
    }

    static List<IncidentsPage.Text> texts(String text) {
        return ORDER.stream()
                .map(language -> new IncidentsPage.Text(language, text))
                .toList();
    }
}
