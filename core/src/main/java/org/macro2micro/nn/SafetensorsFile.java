package org.macro2micro.nn;

import ai.djl.ndarray.types.Shape;
import ai.djl.util.JsonUtils;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tensors of a safetensors file: eight bytes with the header's length, a header in JSON, the
 * numbers. Nothing that the header claims is believed before it is held against the bytes that are
 * there, so a damaged or hostile file costs one error and no memory.
 */
public final class SafetensorsFile {
  private static final int LENGTH_BYTES = 8;

  /** What the format's own library allows a header at most. */
  private static final long LONGEST_HEADER = 100_000_000;

  private static final Map<String, Integer> BYTES_OF =
      Map.ofEntries(
          Map.entry("BOOL", 1),
          Map.entry("U8", 1),
          Map.entry("I8", 1),
          Map.entry("F8_E4M3", 1),
          Map.entry("F8_E5M2", 1),
          Map.entry("I16", 2),
          Map.entry("U16", 2),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("I32", 4),
          Map.entry("U32", 4),
          Map.entry("F32", 4),
          Map.entry("I64", 8),
          Map.entry("U64", 8),
          Map.entry("F64", 8));

  private final String source;
  private final ByteBuffer numbers;
  private final Map<String, Entry> entries;

  /**
   * A tensor as the header has it.
   *
   * @param type such as "F32"
   * @param shape its sides
   * @param offsets where its bytes begin and end, counted from the header's end
   */
  private record Entry(String type, List<Long> shape, List<Long> offsets) {}

  private SafetensorsFile(String source, ByteBuffer numbers, Map<String, Entry> entries) {
    this.source = source;
    this.numbers = numbers;
    this.entries = entries;
  }

  /**
   * Reads the header and checks all of it.
   *
   * @param source names the file in errors
   * @param bytes the whole file; not copied
   * @throws IllegalArgumentException if the file is cut short, or its header can't be read or
   *     claims what is not so; the message names file and tensor, what was found and what was
   *     expected
   */
  public static SafetensorsFile of(String source, byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < LENGTH_BYTES) {
      throw new IllegalArgumentException(
          "%s: found %d bytes, which hold no header, expected a whole safetensors file"
              .formatted(source, bytes.length));
    }
    long length = file.getLong(0);
    if (length < 2 || length > Math.min(bytes.length - LENGTH_BYTES, LONGEST_HEADER)) {
      throw new IllegalArgumentException(
          "%s: found %d bytes that claim a header of %s bytes, expected a whole safetensors file"
              .formatted(source, bytes.length, Long.toUnsignedString(length)));
    }
    int start = LENGTH_BYTES + (int) length;
    String header = new String(bytes, LENGTH_BYTES, (int) length, StandardCharsets.UTF_8);
    ByteBuffer numbers = file.slice(start, bytes.length - start).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Entry> entries = parse(source, header);
    entries.forEach((name, entry) -> check(source, name, entry, numbers.capacity()));
    checkCover(source, entries, numbers.capacity());
    return new SafetensorsFile(source, numbers, entries);
  }

  private static Map<String, Entry> parse(String source, String header) {
    try {
      if (!header.startsWith("{")) {
        throw new JsonParseException("it does not begin with {");
      }
      Map<String, JsonElement> found =
          JsonUtils.GSON.fromJson(header, new TypeToken<Map<String, JsonElement>>() {});
      Map<String, Entry> entries = new TreeMap<>();
      found.forEach(
          (name, value) -> {
            if (!name.equals("__metadata__")) {
              entries.put(name, entry(name, value));
            }
          });
      return entries;
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(
          "%s: found a safetensors header that can't be read (%s), expected JSON with dtype, shape and data_offsets of each tensor"
              .formatted(source, e.getMessage()),
          e);
    }
  }

  private static Entry entry(String name, JsonElement value) {
    if (value instanceof JsonObject object
        && object.get("dtype") instanceof JsonPrimitive type
        && object.get("shape") instanceof JsonArray shape
        && object.get("data_offsets") instanceof JsonArray offsets) {
      return new Entry(type.getAsString(), wholeNumbers(name, shape), wholeNumbers(name, offsets));
    }
    throw new JsonParseException("tensor " + name + " is not described");
  }

  /** Reads whole numbers by hand: Gson would round those that a long can't hold. */
  private static List<Long> wholeNumbers(String name, JsonArray array) {
    List<Long> numbers = new ArrayList<>();
    for (JsonElement element : array) {
      try {
        numbers.add(new BigDecimal(element.toString()).longValueExact());
      } catch (ArithmeticException | NumberFormatException e) {
        throw new JsonParseException("tensor " + name + " has " + element + " for a number", e);
      }
    }
    return numbers;
  }

  private static void check(String source, String name, Entry entry, int bytes) {
    Integer each = BYTES_OF.get(entry.type());
    if (each == null) {
      throw wrong(
          source, name, "dtype " + entry.type(), "one of " + new TreeSet<>(BYTES_OF.keySet()));
    }
    List<Long> offsets = entry.offsets();
    if (offsets.size() != 2
        || offsets.get(0) < 0
        || offsets.get(1) < offsets.get(0)
        || offsets.get(1) > bytes) {
      throw wrong(
          source,
          name,
          "bytes at " + offsets,
          "a first and a last of the %d that follow the header; the file may be cut short"
              .formatted(bytes));
    }
    // Not a plain product: a header may claim more numbers than a long can count.
    long left = offsets.get(1) - offsets.get(0);
    long size = entry.shape().contains(0L) ? 0 : each;
    for (long side : entry.shape()) {
      size = side < 0 || (side > 0 && size > left / side) ? -1 : size * side;
      if (size < 0) {
        break;
      }
    }
    if (size != left) {
      throw wrong(
          source,
          name,
          "%d bytes for dtype %s, shape %s".formatted(left, entry.type(), entry.shape()),
          "as many as the shape needs");
    }
  }

  /** Tensors must lie one after the other: neither upon each other nor with gaps between. */
  private static void checkCover(String source, Map<String, Entry> entries, int bytes) {
    List<Map.Entry<String, Entry>> ordered =
        entries.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, Entry> e) -> e.getValue().offsets().get(0))
                    .thenComparing(e -> e.getValue().offsets().get(1)))
            .toList();
    long end = 0;
    for (Map.Entry<String, Entry> named : ordered) {
      List<Long> offsets = named.getValue().offsets();
      if (offsets.get(0) != end) {
        throw wrong(
            source,
            named.getKey(),
            "bytes from " + offsets.get(0),
            "from %d, where the tensor before it ends".formatted(end));
      }
      end = offsets.get(1);
    }
    if (end != bytes) {
      throw new IllegalArgumentException(
          "%s: found %d bytes after the header, expected the %d that its tensors have"
              .formatted(source, bytes, end));
    }
  }

  /** The tensors' names, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /**
   * The shape of a tensor.
   *
   * @throws IllegalArgumentException if it is missing
   */
  public Shape shape(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw wrong(source, name, "no such tensor", "one of " + entries.keySet());
    }
    return new Shape(entry.shape());
  }

  /**
   * The numbers of a tensor.
   *
   * @param shape as it must be
   * @throws IllegalArgumentException if it is missing, of another shape or no float32, or holds a
   *     number that is not finite
   */
  public float[] floats(String name, Shape shape) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw wrong(
          source, name, "no such tensor", "float32 of shape " + Arrays.toString(shape.getShape()));
    }
    if (!entry.type().equals("F32")) {
      throw wrong(source, name, "dtype " + entry.type(), "F32");
    }
    if (!shape.equals(new Shape(entry.shape()))) {
      throw wrong(
          source, name, "shape " + entry.shape(), "shape " + Arrays.toString(shape.getShape()));
    }
    float[] values = new float[Math.toIntExact(shape.size())];
    int first = Math.toIntExact(entry.offsets().get(0));
    numbers
        .slice(first, values.length * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw wrong(source, name, values[i] + " at position " + i, "finite numbers");
      }
    }
    return values;
  }

  private static IllegalArgumentException wrong(
      String source, String tensor, String found, String expected) {
    return new IllegalArgumentException(
        "%s: tensor %s: found %s, expected %s".formatted(source, tensor, found, expected));
  }
}
