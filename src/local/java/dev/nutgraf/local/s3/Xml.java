package dev.nutgraf.local.s3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The XML of S3, by the JDK's StAX: responses are written by nested calls, requests are read as
 * flat records.
 */
final class Xml {

  /** The namespace of every response except errors. */
  static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final XMLStreamWriter writer;

  private Xml(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** Returns a document in UTF-8; an empty namespace means none. */
  static byte[] document(String root, String namespace, Consumer<Xml> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeStartElement(root);
      if (!namespace.isEmpty()) {
        writer.writeDefaultNamespace(namespace);
      }
      content.accept(new Xml(writer));
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return bytes.toByteArray();
  }

  Xml element(String name, Consumer<Xml> content) {
    try {
      writer.writeStartElement(name);
      content.accept(this);
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return this;
  }

  Xml text(String name, String value) {
    try {
      writer.writeStartElement(name);
      int from = 0;
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        // StAX writes control characters as they are, and readers turn a carriage return into a
        // line feed.
        if (c < ' ' && c != '\n' && c != '\t') {
          writer.writeCharacters(value.substring(from, i));
          writer.writeEntityRef("#" + (int) c);
          from = i + 1;
        }
      }
      writer.writeCharacters(value.substring(from));
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return this;
  }

  /**
   * The texts of the children of each element of a name, by the children's names.
   *
   * @throws S3Exception if the document is not well-formed
   */
  static List<Map<String, String>> records(byte[] document, String name) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<Map<String, String>> records = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      Map<String, String> record = new HashMap<>();
      StringBuilder text = new StringBuilder();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          text.setLength(0);
          if (reader.getLocalName().equals(name)) {
            record = new HashMap<>();
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (reader.getLocalName().equals(name)) {
            records.add(record);
          } else {
            record.put(reader.getLocalName(), text.toString());
          }
          text.setLength(0);
        } else if (reader.hasText()) {
          text.append(reader.getText());
        }
      }
      return records;
    } catch (XMLStreamException e) {
      throw new S3Exception(400, "MalformedXML", "The XML you provided was not well-formed.");
    }
  }
}
