package kz.kezek.portal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kz.kezek.applicant.Language;
import kz.kezek.knowledge.Incident;

/**
 * The incidents as an Atom feed (RFC 4287) in one language. Their ids are tag URIs (RFC 4151) of the service's mail domain,
 * so they stay the same wherever the pages are served.
 *
 * @param home the address of the service page
 * @param domain the service's mail domain
 */
record IncidentFeed(PublicWords words, String home, String domain) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** The document; as new as the last change, or as this moment when nothing happened since. */
    String of(List<Incident> incidents, Instant since) {
        Language language = words.language();
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.tag());
            Instant changed = incidents.stream()
                    .map(Incident::changedAt)
                    .max(Instant::compareTo)
                    .orElse(since);
            element(xml, "id", "tag:" + domain + ",2026:incidents");
            element(xml, "title", words.text("feed.title"));
            element(xml, "updated", changed.toString());
            link(xml, "alternate", home + "/?lang=" + language.tag());
            link(xml, "self", home + "/incidents.atom?lang=" + language.tag());
            for (Incident incident : incidents) {
                entry(xml, incident);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed that cannot be written", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Incident incident) throws XMLStreamException {
        String key = incident.endedAt().isPresent() ? "feed.over" : "feed.lasting";
        String said = incident.text().in(words.language());
        xml.writeStartElement("entry");
        element(
                xml,
                "id",
                "tag:" + domain + ","
                        + incident.beganAt().atOffset(ZoneOffset.UTC).toLocalDate() + ":incident-" + incident.id());
        element(xml, "title", words.text(key, said));
        element(xml, "published", incident.beganAt().toString());
        element(xml, "updated", incident.changedAt().toString());
        xml.writeStartElement("author");
        element(xml, "name", words.text("service.title"));
        xml.writeEndElement();
        link(xml, "alternate", home + "/?lang=" + words.language().tag());
        element(xml, "content", said);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
