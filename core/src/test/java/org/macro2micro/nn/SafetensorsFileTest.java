package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
  private static final String GOOD =
      """
      {"__metadata__": {"format": "pt"},
       "b": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
       "a": {"dtype": "F32", "shape": [], "data_offsets": [8, 12]},
       "n": {"dtype": "I64", "shape": [3, 0], "data_offsets": [12, 12]}}
      """;

  @Test
  void readsTensorsOfAnyOrderAndType() {
    SafetensorsFile file = SafetensorsFile.of("f", bytes(GOOD, 1, 2, 3));
    assertThat(file.names()).containsExactly("a", "b", "n");
    assertThat(file.floats("b", new Shape(2, 1))).containsExactly(1, 2);
    assertThat(file.floats("a", new Shape())).containsExactly(3);
  }

  @Test
  void shapesCanBeAskedFor() {
    SafetensorsFile file = SafetensorsFile.of("f", bytes(GOOD, 1, 2, 3));
    assertThat(file.shape("b")).isEqualTo(new Shape(2, 1));
    assertThat(file.shape("a")).isEqualTo(new Shape());
    assertThatThrownBy(() -> file.shape("c"))
        .hasMessage("f: tensor c: found no such tensor, expected one of [a, b, n]");
  }

  @Test
  void whatIsNotAsAskedNamesTensorFoundAndExpected() {
    SafetensorsFile file = SafetensorsFile.of("file w", bytes(GOOD, 1, Float.NaN, 3));
    assertThatThrownBy(() -> file.floats("c", new Shape(1)))
        .hasMessage("file w: tensor c: found no such tensor, expected float32 of shape [1]");
    assertThatThrownBy(() -> file.floats("b", new Shape(1, 2)))
        .hasMessage("file w: tensor b: found shape [2, 1], expected shape [1, 2]");
    assertThatThrownBy(() -> file.floats("n", new Shape(3, 0)))
        .hasMessage("file w: tensor n: found dtype I64, expected F32");
    assertThatThrownBy(() -> file.floats("b", new Shape(2, 1)))
        .hasMessage("file w: tensor b: found NaN at position 1, expected finite numbers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // overlapping, with a gap, beyond the end, backwards, before the start
        "\"data_offsets\": [8, 12]|\"data_offsets\": [4, 8]|tensor a: found bytes from 4, expected from 8",
        "\"data_offsets\": [0, 8]|\"data_offsets\": [4, 12]|found bytes from 4, expected from 0",
        "\"data_offsets\": [8, 12]|\"data_offsets\": [12, 16]|may be cut short",
        "\"data_offsets\": [8, 12]|\"data_offsets\": [12, 8]|tensor a: found bytes at [12, 8]",
        "\"data_offsets\": [8, 12]|\"data_offsets\": [-4, 0]|tensor a: found bytes at [-4, 0]",
        "\"data_offsets\": [8, 12]|\"data_offsets\": [8]|tensor a: found bytes at [8]",
        "\"data_offsets\": [8, 12]|\"data_offsets\": [8, 9223372036854775807]|tensor a",
        "\"data_offsets\": [8, 12]|\"data_offsets\": [8, 1e99]|can't be read",
        "\"data_offsets\": [8, 12]|\"data_offset\": [8, 12]|tensor a is not described",
        // shapes that lie
        "[2, 1]|[3, 1]|tensor b: found 8 bytes for dtype F32, shape [3, 1]",
        "[2, 1]|[4611686018427387904, 4]|tensor b: found 8 bytes for dtype F32",
        "[2, 1]|[-2, -1]|tensor b: found 8 bytes for dtype F32",
        "[2, 1]|[2.5]|can't be read",
        "[2, 1]|\"two\"|can't be read",
        // types
        "\"dtype\": \"I64\"|\"dtype\": \"Q4\"|tensor n: found dtype Q4, expected one of [BF16, BOOL",
        "\"dtype\": \"I64\"|\"dtype\": null|tensor n is not described",
        // a name twice, and no JSON at all
        "\"a\"|\"b\"|duplicate",
        "{\"__meta|[\"__meta|does not begin with {",
        "{\"format\": \"pt\"}|{|can't be read",
      })
  void aHeaderThatLiesIsOneClearError(String part, String lie, String message) {
    assertThat(GOOD).contains(part);
    byte[] bytes = bytes(GOOD.replace(part, lie), 1, 2, 3);
    assertThatThrownBy(() -> SafetensorsFile.of("file w", bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("file w: ")
        .hasMessageContaining(message);
  }

  @Test
  void aHugeHeaderIsNotBelieved() {
    for (long length : new long[] {Long.MAX_VALUE, -1, 1L << 33, 2_000_000_000, 1000, 0}) {
      byte[] bytes = bytes(GOOD, 1, 2, 3);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
      assertThatThrownBy(() -> SafetensorsFile.of("w", bytes))
          .hasMessageContaining("claim a header of " + Long.toUnsignedString(length) + " bytes");
    }
  }

  @Test
  void bytesTooManyAreAnError() {
    assertThatThrownBy(() -> SafetensorsFile.of("w", bytes(GOOD, 1, 2, 3, 4)))
        .hasMessage("w: found 16 bytes after the header, expected the 12 that its tensors have");
  }

  @Test
  void deepNestingIsRefusedAndNotFatal() {
    byte[] bytes = bytes("{\"a\": " + "[".repeat(100_000));
    assertThatThrownBy(() -> SafetensorsFile.of("w", bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void cutAnywhereItIsRefused(@ForAll @IntRange(min = 0, max = 290) int length) {
    byte[] bytes = bytes(GOOD, 1, 2, 3);
    if (length < bytes.length) {
      assertThatThrownBy(() -> SafetensorsFile.of("w", Arrays.copyOf(bytes, length)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("w: ");
    }
  }

  @Property(tries = 500)
  void withAnyByteChangedItIsReadOrRefused(
      @ForAll @IntRange(min = 0, max = 290) int at, @ForAll byte value) {
    byte[] bytes = bytes(GOOD, 1, 2, 3);
    bytes[at % bytes.length] = value;
    try {
      assertThat(SafetensorsFile.of("w", bytes).names()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("w: ");
    }
  }

  private static byte[] bytes(String header, float... values) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + json.length + values.length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    for (float value : values) {
      file.putFloat(value);
    }
    return file.array();
  }
}
