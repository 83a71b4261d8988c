package org.macro2micro.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A film as a document of ELAN, EAF 3.0: the tier {@code movement} has an annotation for each
 * event, whose text is its kind. Below it stand {@code class} and {@code score}, which refer to it,
 * and {@code apex}, whose annotations of 1 ms lie within it.
 */
final class ElanDocument {
  private static final String TYPES =
      """
        <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="movement" TIME_ALIGNABLE="true"/>
        <LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="class" TIME_ALIGNABLE="false"/>
        <LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="score" TIME_ALIGNABLE="false"/>
        <LINGUISTIC_TYPE CONSTRAINTS="Included_In" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="apex" TIME_ALIGNABLE="true"/>
        <CONSTRAINT DESCRIPTION="Time subdivision of parent annotation's time interval, no time gaps allowed within this interval" STEREOTYPE="Time_Subdivision"/>
        <CONSTRAINT DESCRIPTION="Symbolic subdivision of a parent annotation. Annotations refering to the same parent are ordered" STEREOTYPE="Symbolic_Subdivision"/>
        <CONSTRAINT DESCRIPTION="1-1 association with a parent annotation" STEREOTYPE="Symbolic_Association"/>
        <CONSTRAINT DESCRIPTION="Time alignable annotations within the parent annotation's time interval, gaps are allowed" STEREOTYPE="Included_In"/>
      """;

  private ElanDocument() {}

  /** An annotation of 1 ms or longer. */
  private record Aligned(String id, long from, long to, String text) {
    Edge start() {
      return new Edge(id, from, true);
    }

    Edge end() {
      return new Edge(id, to, false);
    }
  }

  /** One of the two ends of an annotation. */
  private record Edge(String annotation, long time, boolean isStart) {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    List<String> names = FileNames.of(films);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      pieces.add(new Piece(names.get(i) + ".eaf", document(films.get(i))));
    }
    return pieces;
  }

  private static String document(AnnotatedFilm film) {
    List<Aligned> movements = new ArrayList<>();
    List<Aligned> apexes = new ArrayList<>();
    StringBuilder classes = new StringBuilder();
    StringBuilder scores = new StringBuilder();
    int last = 0;
    for (MillisecondSpan span : MillisecondSpan.of(film)) {
      TimedEvent event = span.event();
      String id = "a" + ++last;
      movements.add(new Aligned(id, span.from(), span.to(), MovementWord.of(event.kind())));
      if (!event.label().isEmpty()) {
        classes.append(reference("a" + ++last, id, event.label()));
      }
      if (event.score().isPresent()) {
        String score = DecimalText.score(event.score().getAsDouble());
        scores.append(reference("a" + ++last, id, score));
      }
      if (span.apex().isPresent()) {
        long apex = Math.min(span.apex().getAsLong(), span.to() - 1);
        apexes.add(new Aligned("a" + ++last, apex, apex + 1, ""));
      }
    }
    Map<Edge, String> slots = slots(List.of(movements, apexes));
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <ANNOTATION_DOCUMENT AUTHOR="macro2micro" DATE="2000-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
          <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
        """);
    String address = WritableText.xml(address(film.file()));
    xml.append(
        "    <MEDIA_DESCRIPTOR MEDIA_URL=\"%s\" MIME_TYPE=\"%s\" RELATIVE_MEDIA_URL=\"%s\"/>\n"
            .formatted(address, mimeType(film.name()), WritableText.xml(relative(film.name()))));
    xml.append("    <PROPERTY NAME=\"lastUsedAnnotationId\">%d</PROPERTY>\n".formatted(last));
    xml.append("  </HEADER>\n  <TIME_ORDER>\n");
    slots.forEach(
        (edge, slot) ->
            xml.append(
                "    <TIME_SLOT TIME_SLOT_ID=\"%s\" TIME_VALUE=\"%d\"/>\n"
                    .formatted(slot, edge.time())));
    xml.append("  </TIME_ORDER>\n");
    tier(xml, "movement", "", aligned(movements, slots));
    tier(xml, "class", "movement", classes.toString());
    tier(xml, "score", "movement", scores.toString());
    tier(xml, "apex", "movement", aligned(apexes, slots));
    xml.append(TYPES).append("</ANNOTATION_DOCUMENT>\n");
    return xml.toString();
  }

  private static void tier(StringBuilder xml, String name, String parent, String annotations) {
    String parentRef = parent.isEmpty() ? "" : " PARENT_REF=\"" + parent + "\"";
    xml.append(
        "  <TIER LINGUISTIC_TYPE_REF=\"%s\"%s TIER_ID=\"%s\">\n".formatted(name, parentRef, name));
    xml.append(annotations).append("  </TIER>\n");
  }

  private static String aligned(List<Aligned> annotations, Map<Edge, String> slots) {
    StringBuilder xml = new StringBuilder();
    for (Aligned annotation : annotations) {
      xml.append(
          annotation(
              "<ALIGNABLE_ANNOTATION ANNOTATION_ID=\"%s\" TIME_SLOT_REF1=\"%s\" TIME_SLOT_REF2=\"%s\">"
                  .formatted(
                      annotation.id(), slots.get(annotation.start()), slots.get(annotation.end())),
              annotation.text(),
              "</ALIGNABLE_ANNOTATION>"));
    }
    return xml.toString();
  }

  private static String reference(String id, String of, String text) {
    return annotation(
        "<REF_ANNOTATION ANNOTATION_ID=\"%s\" ANNOTATION_REF=\"%s\">".formatted(id, of),
        text,
        "</REF_ANNOTATION>");
  }

  private static String annotation(String open, String text, String close) {
    return "    <ANNOTATION>%s<ANNOTATION_VALUE>%s</ANNOTATION_VALUE>%s</ANNOTATION>\n"
        .formatted(open, WritableText.xml(text), close);
  }

  /**
   * Returns the name of a slot for each end, in the order of time. No two share one, so that an
   * annotation can be moved alone.
   */
  private static Map<Edge, String> slots(List<List<Aligned>> tiers) {
    List<Edge> edges = new ArrayList<>();
    for (List<Aligned> tier : tiers) {
      for (Aligned annotation : tier) {
        edges.add(annotation.start());
        edges.add(annotation.end());
      }
    }
    edges.sort(Comparator.comparingLong(Edge::time).thenComparing(Edge::isStart));
    Map<Edge, String> slots = new LinkedHashMap<>();
    edges.forEach(edge -> slots.put(edge, "ts" + (slots.size() + 1)));
    return slots;
  }

  /** Returns the address of a whole path, and of another one the name beside the document. */
  private static String address(String file) {
    String plain = file.replace('\\', '/');
    boolean drive = plain.matches("(?s)[A-Za-z]:/.*");
    if (plain.startsWith("/") || drive) {
      return "file://" + quoted(drive ? "/" + plain : plain);
    }
    return relative(FilmName.base(file));
  }

  private static String relative(String name) {
    return "." + quoted("/" + name);
  }

  private static String quoted(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path; // Two slashes at its start; the tool then looks beside the document.
    }
  }

  private static String mimeType(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "mp4", "m4v" -> "video/mp4";
      case "mov" -> "video/quicktime";
      case "mpg", "mpeg" -> "video/mpeg";
      case "avi" -> "video/x-msvideo";
      default -> "video/*";
    };
  }
}
