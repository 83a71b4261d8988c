package org.macro2micro.exchange;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.macro2micro.dataset.DatasetException;

/**
 * Reads documents of ELAN (EAF 2 and 3). An annotation that refers to another one has its times.
 * Time slots without a time lie evenly between those beside them that have one, as ELAN shows them.
 * Document types are not read, so that no file can name others or grow.
 */
final class ElanReader {
  private static final String ROOT = "ANNOTATION_DOCUMENT";
  private static final int MOST_REFERENCES = 100;
  private static final String CURE = "Open it in ELAN, correct it and save it.";

  private final Source source;
  private final Reading reading;
  private final Map<String, OptionalDouble> slots = new LinkedHashMap<>();
  private final Map<String, Annotation> annotations = new LinkedHashMap<>();
  private String film;
  private boolean isNamed;
  private double origin;

  private ElanReader(Source source, Reading reading) {
    this.source = source;
    this.reading = reading;
    this.film = FilmName.ofFile(source.file(), ".eaf");
  }

  /** An annotation between two slots, or one that refers to another. */
  private record Annotation(String tier, String from, String to, String of, String text) {}

  static void read(Source source, Reading reading) throws DatasetException {
    new ElanReader(source, reading).read();
  }

  private void read() throws DatasetException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(source.text()));
      elements(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw brokenOff(e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), e);
    } catch (RuntimeException e) {
      // The JDK's reader throws unchecked exceptions on some damaged files.
      throw brokenOff(0, e);
    }
    reading.film(film);
    Tiers.read(film, tiers(), reading);
  }

  private DatasetException brokenOff(int line, Exception cause) {
    return source.wrong(
        "the XML breaks off or is wrong" + (line > 0 ? " at line " + line : ""),
        "a whole document of ELAN",
        "Save it in ELAN again.",
        cause);
  }

  private void elements(XMLStreamReader xml) throws XMLStreamException, DatasetException {
    String root = "";
    String tier = "";
    @Nullable Annotation open = null;
    String id = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (root.isEmpty()) {
        root = name;
        if (!root.equals(ROOT)) {
          throw AnnotationFile.unknown(source, "this XML is a " + Source.shown(root));
        }
      }
      switch (name) {
        case "HEADER" -> header(xml);
        case "MEDIA_DESCRIPTOR" -> media(xml);
        case "TIME_SLOT" -> slot(xml);
        case "TIER" -> tier = attribute(xml, "TIER_ID").orElse("");
        case "ALIGNABLE_ANNOTATION" -> {
          id = attribute(xml, "ANNOTATION_ID").orElse("");
          String from = attribute(xml, "TIME_SLOT_REF1").orElse("");
          open = new Annotation(tier, from, attribute(xml, "TIME_SLOT_REF2").orElse(""), "", "");
          annotations.put(id, open);
        }
        case "REF_ANNOTATION" -> {
          id = attribute(xml, "ANNOTATION_ID").orElse("");
          open = new Annotation(tier, "", "", attribute(xml, "ANNOTATION_REF").orElse(""), "");
          annotations.put(id, open);
        }
        case "ANNOTATION_VALUE" -> {
          if (open != null) {
            String text = xml.getElementText();
            annotations.put(
                id, new Annotation(open.tier(), open.from(), open.to(), open.of(), text));
            open = null;
          }
        }
        default -> {}
      }
    }
  }

  private void header(XMLStreamReader xml) throws DatasetException {
    String units = attribute(xml, "TIME_UNITS").orElse("milliseconds");
    if (!units.equals("milliseconds")) {
      throw source.wrong(
          "its times are in " + Source.shown(units),
          "milliseconds",
          "Save it with ELAN 4 or newer.");
    }
  }

  /** The first film named is the one that the times are of. */
  private void media(XMLStreamReader xml) {
    Optional<String> address = attribute(xml, "MEDIA_URL");
    String name = FilmName.ofAddress(address.orElse(""));
    if (isNamed || name.isBlank()) {
      return;
    }
    isNamed = true;
    film = name;
    // ELAN's time 0 is so many milliseconds into the film.
    OptionalDouble start = DecimalText.read(attribute(xml, "TIME_ORIGIN").orElse("0"));
    origin = start.orElse(0);
  }

  private void slot(XMLStreamReader xml) throws DatasetException {
    String id = attribute(xml, "TIME_SLOT_ID").orElse("");
    Optional<String> value = attribute(xml, "TIME_VALUE");
    OptionalDouble time = value.isEmpty() ? OptionalDouble.empty() : DecimalText.read(value.get());
    if (value.isPresent() && time.isEmpty()) {
      throw source.wrong(
          "time slot %s is at %s".formatted(Source.shown(id), Source.shown(value.get())),
          "a whole number of milliseconds",
          CURE);
    }
    slots.put(id, time);
  }

  private Map<String, List<Span>> tiers() throws DatasetException {
    Map<String, Double> times = times();
    Map<String, List<Span>> tiers = new LinkedHashMap<>();
    for (Map.Entry<String, Annotation> entry : annotations.entrySet()) {
      Annotation annotation = entry.getValue();
      Annotation aligned = aligned(entry.getKey(), annotation);
      Double from = times.get(aligned.from());
      Double to = times.get(aligned.to());
      if (from == null || to == null) {
        throw source.wrong(
            "annotation %s of tier %s has no times"
                .formatted(Source.shown(entry.getKey()), Source.shown(annotation.tier())),
            "two time slots, with a time before and after them",
            CURE);
      }
      tiers
          .computeIfAbsent(annotation.tier(), tier -> new ArrayList<>())
          .add(new Span(from, to, annotation.text()));
    }
    tiers.values().forEach(spans -> spans.sort(Comparator.comparingDouble(Span::from)));
    return tiers;
  }

  /** Returns the annotation with times that one refers to, over others or at once. */
  private Annotation aligned(String id, Annotation annotation) throws DatasetException {
    Annotation aligned = annotation;
    for (int i = 0; i < MOST_REFERENCES && !aligned.of().isEmpty(); i++) {
      Annotation next = annotations.get(aligned.of());
      if (next == null) {
        break;
      }
      aligned = next;
    }
    if (!aligned.of().isEmpty()) {
      throw source.wrong(
          "annotation %s refers to %s, which leads to no times"
              .formatted(Source.shown(id), Source.shown(annotation.of())),
          "another annotation of the document",
          CURE);
    }
    return aligned;
  }

  /** Returns the seconds of each slot in the film; slots that lie beside no time are left out. */
  private Map<String, Double> times() {
    List<String> ids = new ArrayList<>(slots.keySet());
    Map<String, Double> times = new LinkedHashMap<>();
    int before = -1;
    for (int i = 0; i < ids.size(); i++) {
      OptionalDouble time = slots.getOrDefault(ids.get(i), OptionalDouble.empty());
      if (time.isEmpty()) {
        continue;
      }
      if (before >= 0) {
        double start = slots.getOrDefault(ids.get(before), time).orElse(0);
        for (int k = before + 1; k < i; k++) {
          double share = (double) (k - before) / (i - before);
          times.put(ids.get(k), seconds(start + share * (time.getAsDouble() - start)));
        }
      }
      times.put(ids.get(i), seconds(time.getAsDouble()));
      before = i;
    }
    return times;
  }

  private double seconds(double milliseconds) {
    return (milliseconds + origin) / MillisecondSpan.PER_SECOND;
  }

  private static Optional<String> attribute(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }
}
