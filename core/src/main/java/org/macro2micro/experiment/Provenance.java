package org.macro2micro.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a result comes from: all that is needed to make it again but the settings. The only value
 * of an experiment that looks at a clock; no other result depends on one.
 *
 * @param productVersion version of this software
 * @param javaVersion version and vendor of the Java that ran it
 * @param platform operating system, its version, and the processor's architecture
 * @param libraries versions of the libraries that numbers depend on, by name
 * @param device what networks computed on: cpu or gpu
 * @param workforce who did the folds
 * @param start when the run began
 * @param seconds how long it took, 0 while it is under way
 * @param seeds the seeds of the run
 * @param dataDigests a digest of the clips used, by database, and of the file of initial weights if
 *     there was one
 */
public record Provenance(
    String productVersion,
    String javaVersion,
    String platform,
    SortedMap<String, String> libraries,
    String device,
    Workforce workforce,
    Instant start,
    double seconds,
    List<Long> seeds,
    SortedMap<String, String> dataDigests) {
  public Provenance {
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    seeds = List.copyOf(seeds);
    dataDigests = Collections.unmodifiableSortedMap(new TreeMap<>(dataDigests));
  }

  /** The provenance of a run that begins now, in this Java and by it alone. */
  public static Provenance now(
      String productVersion,
      Map<String, String> libraries,
      String device,
      List<Long> seeds,
      Map<String, String> dataDigests) {
    return new Provenance(
        productVersion,
        property("java.version") + " (" + property("java.vendor") + ")",
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
        new TreeMap<>(libraries),
        device,
        Workforce.alone(),
        Instant.now(),
        0,
        seeds,
        new TreeMap<>(dataDigests));
  }

  /** Returns the same with the time from its start until now. */
  public Provenance finished() {
    double elapsed = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    return with(workforce, start, elapsed, seeds, dataDigests);
  }

  /** Returns the same with folds done by others. */
  public Provenance by(Workforce others) {
    return with(others, start, seconds, seeds, dataDigests);
  }

  /** Returns the same with another run of one table: seeds, data and seconds of both. */
  public Provenance with(Provenance other) {
    Set<Long> allSeeds = new TreeSet<>(seeds);
    allSeeds.addAll(other.seeds);
    SortedMap<String, String> digests = new TreeMap<>(dataDigests);
    digests.putAll(other.dataDigests);
    return with(
        workforce,
        start.isBefore(other.start) ? start : other.start,
        seconds + other.seconds,
        List.copyOf(allSeeds),
        digests);
  }

  private Provenance with(
      Workforce others,
      Instant began,
      double took,
      List<Long> allSeeds,
      SortedMap<String, String> digests) {
    return new Provenance(
        productVersion,
        javaVersion,
        platform,
        libraries,
        device,
        others,
        began,
        took,
        allSeeds,
        digests);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
