package org.macro2micro.lab.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.Side;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.Layout;

/** The XML beside a video of MMI. */
final class MmiXmlFiles {
  /** The numbers of MMI's emotions. */
  static final Map<Emotion, Integer> NUMBERS = numbers();

  /** A number beyond the six emotions: another task. */
  private static final int OTHER_TASK = 9;

  private MmiXmlFiles() {}

  /** What an element holds. */
  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static void write(Path folder, CastClip clip, MmiWriter.Take take, ClipPlan plan)
      throws IOException {
    boolean coded = take != MmiWriter.Take.LYING;
    String codes = clip.name() + "-oao_aucs.xml";
    document(
        folder.resolve("session.xml"),
        xml -> {
          xml.writeStartElement("session");
          xml.writeAttribute("sessionId", MmiWriter.session(clip));
          element(xml, "subject", "id", clip.subject().substring(1));
          xml.writeStartElement("track");
          xml.writeAttribute("trackType", "Video");
          xml.writeAttribute("filename", clip.name() + ".avi");
          xml.writeAttribute("view", String.valueOf(take.view()));
          element(xml, "annotation", "filename", clip.name() + ".xml");
          if (coded) {
            element(xml, "annotation", "filename", codes);
          }
          xml.writeEndElement();
          xml.writeEndElement();
        });
    document(
        folder.resolve(clip.name() + ".xml"),
        xml -> {
          xml.writeStartElement("Metadata");
          element(xml, "Metatag", "Name", "ID", "Value", clip.name());
          element(xml, "Metatag", "Name", "Emotion", "Value", String.valueOf(number(clip, take)));
          xml.writeEndElement();
        });
    if (coded) {
      document(folder.resolve(codes), xml -> units(xml, plan));
    }
  }

  /** Profiles show an emotion too, so that only their view excludes them. */
  private static int number(CastClip clip, MmiWriter.Take take) {
    if (take == MmiWriter.Take.PROFILE) {
      return NUMBERS.getOrDefault(Emotion.SURPRISE, OTHER_TASK);
    }
    return clip.emotion().map(e -> NUMBERS.getOrDefault(e, OTHER_TASK)).orElse(OTHER_TASK);
  }

  private static void units(XMLStreamWriter xml, ClipPlan plan) throws XMLStreamException {
    xml.writeStartElement("Oao_AUCs");
    for (ActionUnit unit : ActionUnit.values()) {
      if (Math.max(plan.peak().at(Side.LEFT, unit), plan.peak().at(Side.RIGHT, unit)) > 0) {
        element(xml, "ActionUnit", "Number", String.valueOf(unit.number()));
      }
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static void document(Path file, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      content.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("lab: writing " + file + " failed", e);
    }
  }

  private static Map<Emotion, Integer> numbers() {
    Map<Emotion, Integer> numbers = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Layout.MMI.emotions()) {
      numbers.put(emotion, numbers.size() + 1);
    }
    return Collections.unmodifiableMap(numbers);
  }
}
