package org.macro2micro.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a use of freed Java memory show: collects garbage, then fills what was freed with values
 * that are no numbers.
 */
public final class DirectMemoryChurn {
  private DirectMemoryChurn() {}

  public static void run() {
    List<ByteBuffer> held = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      System.gc();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      for (int i = 0; i < 2000; i++) {
        held.add(fill(4));
        held.add(fill(8));
      }
    }
  }

  private static ByteBuffer fill(int bytes) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    for (int i = 0; i < bytes; i++) {
      buffer.put(i, (byte) 0xff);
    }
    return buffer;
  }
}
