package org.macro2micro.parity;

import ai.djl.ndarray.types.Shape;
import ai.djl.util.JsonUtils;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

/** The file that Python's safetensors makes of torchvision's ResNet18 with hashed weights. */
public final class TorchvisionFile {
  private TorchvisionFile() {}

  /** Python's header, and after it the numbers it describes, drawn here. */
  public static byte[] bytes() {
    byte[] head = Fixture.bytes("torchvision-resnet18.header");
    JsonObject header =
        JsonUtils.GSON.fromJson(
            new String(head, 8, head.length - 8, StandardCharsets.UTF_8), JsonObject.class);
    int length = 0;
    for (String name : header.keySet()) {
      length = Math.max(length, offset(header, name, 1));
    }
    ByteBuffer file = ByteBuffer.allocate(head.length + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(head);
    for (String name : header.keySet()) {
      // The counted batches are integers, all 0.
      if (!name.endsWith("num_batches_tracked")) {
        float[] values = HashedNumbers.weight(name, shape(header, name));
        file.slice(head.length + offset(header, name, 0), values.length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .put(values);
      }
    }
    return file.array();
  }

  /** SHA-256 of the file as Python wrote it. */
  static String sha256() {
    return new String(Fixture.bytes("torchvision-resnet18.sha256"), StandardCharsets.US_ASCII);
  }

  private static int offset(JsonObject header, String name, int which) {
    return header.getAsJsonObject(name).getAsJsonArray("data_offsets").get(which).getAsInt();
  }

  private static Shape shape(JsonObject header, String name) {
    return new Shape(
        StreamSupport.stream(
                header.getAsJsonObject(name).getAsJsonArray("shape").spliterator(), false)
            .mapToLong(side -> side.getAsLong())
            .toArray());
  }
}
