package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.kezek.PortalVisitor;
import kz.kezek.RunningDesk;
import kz.kezek.journal.Actor;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.Instruction;
import kz.kezek.knowledge.Instructions;
import kz.kezek.knowledge.KnownProblem.Texts;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelpAndServicePagesTest {

    private static final String SLUG = "ncalayer-is-not-running-or-not-installed";

    private RunningDesk desk;
    private PortalVisitor visitor;

    @BeforeEach
    void openTheDesk() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        visitor = new PortalVisitor(desk);
    }

    @AfterEach
    void closeTheDesk() {
        visitor.close();
        desk.close();
    }

    @Test
    void listsFindsAndShowsInstructions() throws Exception {
        assertThat(visitor.page("/help").select(".instructions li")).hasSize(31);
        assertThat(visitor.page("/help?q=NCALayer%20%D0%BD%D0%B5%20%D0%B7%D0%B0%D0%BF%D1%83%D1%89%D0%B5%D0%BD")
                        .expectFirst(".instructions a")
                        .attr("href"))
                .isEqualTo("/help/" + SLUG);
        assertThat(visitor.page("/help?q=%3Cscript%3Ealert(1)%3C/script%3E").select("main script"))
                .isEmpty();
        assertThat(visitor.page("/help/" + SLUG).select(".steps li")).hasSizeGreaterThan(1);
        assertThat(visitor.get("/help/none").statusCode()).isEqualTo(404);
    }

    @Test
    void countsOneVoteForEachVisitorAndSetsNoCookieForIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            var voted = visitor.post("/help/" + SLUG + "/votes", Map.of("helped", "true"));
            assertThat(voted.statusCode()).isEqualTo(303);
            assertThat(voted.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(usage()).isEqualTo(new Instruction.Usage(0, 1, 0));
        visitor.post("/help/" + SLUG + "/votes", Map.of("helped", "false"));
        assertThat(usage()).isEqualTo(new Instruction.Usage(0, 0, 1));
        assertThat(visitor.page("/help/" + SLUG + "?thanks").text()).contains("учли");
    }

    @Test
    void suggestsAtMostThreeAndNothingForNothing() throws Exception {
        assertThat(suggested("NCALayer не отвечает").select("a")).hasSizeBetween(1, 3);
        assertThat(suggested("").select("a")).isEmpty();
        assertThat(suggested("ъъъъ").select("a")).isEmpty();
    }

    @Test
    void tellsOfAnIncidentWhileItLastsAndAWeekAfter() throws Exception {
        assertThat(visitor.page("/?lang=ru").text()).contains("Известных сбоев нет");
        var incidents = desk.bean(Incidents.class);
        var supervisor = new Actor.AgentActor(1);
        var began = desk.clock.instant();
        long id = incidents.begin(
                began, new Texts("Не работает <подпись>", "Қол қою істемейді", "Signing is down"), supervisor, began);
        assertThat(visitor.page("/?lang=ru").expectFirst(".incident").text()).contains("Не работает <подпись>");
        assertThat(visitor.page("/?lang=kk").expectFirst(".incident").text()).contains("Қол қою істемейді");

        desk.clock.advance(Duration.ofHours(2));
        incidents.end(id, desk.clock.instant(), supervisor, desk.clock.instant());
        Document over = visitor.page("/?lang=ru");
        assertThat(over.select(".incident")).isEmpty();
        assertThat(over.text()).contains("Известных сбоев нет", "Не работает <подпись>");
        desk.clock.advance(Duration.ofDays(8));
        assertThat(visitor.page("/?lang=ru").text()).doesNotContain("Не работает");
    }

    @Test
    void feedsIncidentsAsAtomWithIdsThatStay() throws Exception {
        var incidents = desk.bean(Incidents.class);
        var began = desk.clock.instant();
        incidents.begin(began, new Texts("А & <Б>", "Ә", "A"), new Actor.AgentActor(1), began);

        var answer = visitor.get("/incidents.atom?lang=ru");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        var factory = DocumentBuilderFactory.newNSInstance();
        var feed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("content").item(0).getTextContent())
                .isEqualTo("А & <Б>");
        var ids = feed.getElementsByTagName("id");
        assertThat(ids.getLength()).isEqualTo(2);
        assertThat(ids.item(1).getTextContent()).isEqualTo("tag:sud.kz,2026-11-23:incident-1");
        assertThat(feed.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2026-11-23T05:15:00Z");
    }

    private Document suggested(String text) throws Exception {
        return PortalVisitor.document(visitor.post("/help/suggestions", Map.of("text", text)));
    }

    private Instruction.Usage usage() {
        return desk.bean(Instructions.class).find(SLUG).orElseThrow().usage();
    }
}
