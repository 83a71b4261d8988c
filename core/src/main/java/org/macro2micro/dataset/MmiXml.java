package org.macro2micro.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The contents of one of MMI's XML files, as far as they matter here. Document types are not read,
 * so that no file can name others or grow; files of more than 4 megabytes are refused.
 *
 * @param emotions values of {@code <Metatag Name="Emotion" Value="..">}
 * @param views values of {@code <track view="..">}
 * @param tracks values of {@code <track filename="..">}
 * @param units values of {@code <ActionUnit Number="..">}; when each moves is not read
 */
record MmiXml(List<String> emotions, List<String> views, List<String> tracks, List<String> units) {
  private static final long MOST_BYTES = 4_000_000;

  MmiXml {
    emotions = List.copyOf(emotions);
    views = List.copyOf(views);
    tracks = List.copyOf(tracks);
    units = List.copyOf(units);
  }

  static MmiXml read(Path file) throws IOException, UnusableClipException {
    long bytes = Files.size(file);
    if (bytes == 0 || bytes > MOST_BYTES) {
      throw new UnusableClipException(
          "file " + file + " has " + bytes + " bytes; expected XML of 1 to 4000000");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<String> emotions = new ArrayList<>();
    List<String> views = new ArrayList<>();
    List<String> tracks = new ArrayList<>();
    List<String> units = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equalsIgnoreCase("track")) {
          attribute(xml, "view").ifPresent(views::add);
          attribute(xml, "filename").ifPresent(tracks::add);
        } else if (xml.getLocalName().equalsIgnoreCase("ActionUnit")) {
          units.add(attribute(xml, "Number").orElse(""));
        } else if (xml.getLocalName().equalsIgnoreCase("Metatag")
            && attribute(xml, "Name").filter("emotion"::equalsIgnoreCase).isPresent()) {
          emotions.add(attribute(xml, "Value").orElse(""));
        }
      }
      xml.close();
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's reader throws unchecked exceptions on some damaged files.
      throw new UnusableClipException(
          "file "
              + file
              + " is not well-formed XML ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + ")");
    }
    return new MmiXml(emotions, views, tracks, units);
  }

  private static Optional<String> attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
        return Optional.of(xml.getAttributeValue(i).strip());
      }
    }
    return Optional.empty();
  }
}
