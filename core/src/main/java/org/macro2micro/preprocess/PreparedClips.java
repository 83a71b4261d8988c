package org.macro2micro.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;
import org.macro2micro.base.Progress;
import org.macro2micro.base.Sha256;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/**
 * The prepared clips of a database. They lie on disk; as many as a bound allows are held in memory,
 * those used last. Safe for several threads.
 */
public final class PreparedClips {
  static {
    NativeFiles.place();
  }

  private static final int THREADS = 2;

  private final ClipCache cache;
  private final ClipPreparation preparation;
  private final Map<ClipId, Clip> clips;
  private final SortedMap<ClipId, String> keys;
  private final SortedMap<ClipId, String> unusable;
  private final SortedMap<ClipId, String> notes;
  private final LinkedHashMap<ClipId, PreparedClip> held = new LinkedHashMap<>(16, .75f, true);
  private final long mostBytes;
  private long heldBytes;

  private PreparedClips(
      ClipCache cache,
      ClipPreparation preparation,
      Map<ClipId, Clip> clips,
      SortedMap<ClipId, String> keys,
      SortedMap<ClipId, String> unusable,
      SortedMap<ClipId, String> notes,
      int memoryMib) {
    this.cache = cache;
    this.preparation = preparation;
    this.clips = clips;
    this.keys = keys;
    this.unusable = unusable;
    this.notes = notes;
    mostBytes = (long) memoryMib << 20;
  }

  /**
   * Prepares clips one after the other and keeps none.
   *
   * @param sink takes each as it is done, in order
   */
  public static void each(
      List<Clip> clips,
      PreprocessSettings settings,
      Optional<FaceTrack> followed,
      VideoClips.Sink sink) {
    ClipPreparation preparation = new ClipPreparation(settings);
    for (Clip clip : clips) {
      PreparedClip pixels;
      try {
        pixels = preparation.prepare(clip, new FrameDecoder(clip.id()), followed);
      } catch (PreparationException e) {
        sink.unusable(clip, String.valueOf(e.getMessage()));
        continue;
      }
      sink.prepared(clip, pixels);
    }
  }

  /**
   * Prepares all clips that the cache does not hold. Clips that can't be prepared are listed in
   * {@link #unusable} and left out.
   *
   * @param clips each id once
   * @param cache folder, made if it is not there; may be shared by runs, also at the same time
   * @param memoryMib bound on what is held in memory, at least 0; the clip used last is held even
   *     if it alone is larger
   * @throws IOException if the cache can't be read or written, or a file that the settings name not
   *     be read
   */
  public static PreparedClips prepare(
      List<Clip> clips, PreprocessSettings settings, Path cache, int memoryMib, Progress progress)
      throws IOException {
    if (memoryMib < 0) {
      throw new IllegalArgumentException(
          "memory for prepared clips: found " + memoryMib + " MiB, expected 0 or more");
    }
    requireDistinct(clips);
    requireFiles(settings);
    Files.createDirectories(cache);
    ClipPreparation preparation = new ClipPreparation(settings);
    ClipCache files = new ClipCache(cache, settings.input());
    Map<ClipId, Clip> byId = new LinkedHashMap<>();
    SortedMap<ClipId, String> keys = new TreeMap<>();
    SortedMap<ClipId, String> unusable = new TreeMap<>();
    SortedMap<ClipId, String> notes = new ConcurrentSkipListMap<>();
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> pending = new ArrayList<>();
      for (Clip clip : clips) {
        pending.add(workers.submit(() -> inCache(clip, preparation, files, notes)));
      }
      for (int i = 0; i < clips.size(); i++) {
        ClipId id = clips.get(i).id();
        try {
          keys.put(id, pending.get(i).get());
          byId.put(id, clips.get(i));
        } catch (ExecutionException e) {
          unusable.put(id, problem(e));
        }
        progress.at(i + 1, clips.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("preparing clips was interrupted", e);
    } finally {
      workers.shutdownNow();
    }
    return new PreparedClips(files, preparation, byId, keys, unusable, notes, memoryMib);
  }

  private static void requireDistinct(List<Clip> clips) {
    Set<ClipId> seen = new HashSet<>();
    for (Clip clip : clips) {
      if (!seen.add(clip.id())) {
        throw new IllegalArgumentException(
            "clips to prepare: " + clip.id() + " occurs twice; expected each id once");
      }
    }
  }

  /**
   * Loads the detector of faces, if clips are aligned by one, and what finds landmarks, if they are
   * sought: a file that can't be loaded is an error of the settings, not of every clip.
   *
   * @throws IOException if a file is not there or can't be read
   */
  public static void requireFiles(PreprocessSettings settings) throws IOException {
    if (settings.align() != Align.NONE) {
      FaceFinder.of(settings.detector()).close();
    }
    if (settings.landmarks() != null && settings.seeksLandmarks()) {
      FaceMesh.load(settings.landmarks()).close();
    }
  }

  private static String inCache(
      Clip clip, ClipPreparation preparation, ClipCache cache, Map<ClipId, String> notes)
      throws PreparationException, IOException {
    String key = preparation.key(clip);
    Optional<PreparedClip> kept = cache.find(key, clip.id());
    PreparedClip prepared = kept.isPresent() ? kept.get() : preparation.prepare(clip);
    if (kept.isEmpty()) {
      cache.keep(key, prepared);
    }
    note(prepared, preparation.settings()).ifPresent(note -> notes.put(clip.id(), note));
    return key;
  }

  /** What somebody who relies on a clip must know of how it was prepared; empty if nothing. */
  public static Optional<String> note(PreparedClip clip, PreprocessSettings settings) {
    return settings.seeksLandmarks() && clip.input() != Input.FLOW && clip.landmarks().isEmpty()
        ? Optional.of(
            clip.id()
                + ": preprocess.landmarks found no face in one of its frames; brows and mouth are taken to lie as in an average face")
        : Optional.empty();
  }

  private static String problem(ExecutionException e) throws IOException {
    if (e.getCause() instanceof PreparationException bad) {
      return String.valueOf(bad.getMessage());
    }
    if (e.getCause() instanceof IOException io) {
      throw io;
    }
    throw new IllegalStateException("preparing clips failed", e.getCause());
  }

  /**
   * The clip's pixels: from memory, from the cache, or prepared again where the cache was emptied
   * or damaged since; the same values each way.
   *
   * @throws IllegalArgumentException if no such clip was prepared
   * @throws UncheckedIOException if the cache can't be read
   * @throws IllegalStateException if the clip must be prepared again and its files changed
   */
  public synchronized PreparedClip get(ClipId id) {
    PreparedClip known = held.get(id);
    if (known != null) {
      return known;
    }
    PreparedClip loaded = load(id);
    held.put(id, loaded);
    heldBytes += bytes(loaded);
    Iterator<PreparedClip> oldest = held.values().iterator();
    while (heldBytes > mostBytes && held.size() > 1) {
      heldBytes -= bytes(oldest.next());
      oldest.remove();
    }
    return loaded;
  }

  private PreparedClip load(ClipId id) {
    String key = keys.get(id);
    Clip clip = clips.get(id);
    if (key == null || clip == null) {
      throw new IllegalArgumentException("clip " + id + " was not prepared");
    }
    try {
      Optional<PreparedClip> found = cache.find(key, id);
      return found.isPresent() ? found.get() : again(clip, key);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "prepared clip " + id + " can't be read: " + e.getMessage(), e);
    } catch (PreparationException e) {
      throw changed(e.getMessage(), e);
    }
  }

  private PreparedClip again(Clip clip, String key) throws PreparationException, IOException {
    if (!preparation.key(clip).equals(key)) {
      throw changed(clip.id() + ": its images are not those that were prepared", null);
    }
    PreparedClip made = preparation.prepare(clip);
    cache.keep(key, made);
    return ClipCache.rounded(made);
  }

  private static IllegalStateException changed(
      @Nullable String what, @Nullable PreparationException cause) {
    return new IllegalStateException(
        "a database changed while it was in use: " + what + "; start again", cause);
  }

  /**
   * The face at the apex, for people to look at; empty for clips that come as flow.
   *
   * @param size pixels of the square
   */
  public Optional<PreparedClip> apexFace(ClipId id, int size) {
    Clip clip = clips.get(id);
    if (clip == null || clip.frames().content() == Frames.Content.FLOW) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClipPreparation(preparation.settings().face(size)).prepare(clip));
    } catch (PreparationException e) {
      throw changed(e.getMessage(), e);
    }
  }

  private static long bytes(PreparedClip clip) {
    return (long) clip.pixels().length * Float.BYTES;
  }

  /** Returns all clips that could be prepared, in order. */
  public List<ClipId> ids() {
    return List.copyOf(keys.keySet());
  }

  /** Whether {@link #get} has this clip. */
  public boolean contains(ClipId id) {
    return keys.containsKey(id);
  }

  /** Returns the number of bytes of pixels that are held in memory now. */
  synchronized long heldBytes() {
    return heldBytes;
  }

  /** Clips that could not be prepared, each with what was wrong. */
  public SortedMap<ClipId, String> unusable() {
    return Collections.unmodifiableSortedMap(unusable);
  }

  /** Clips of which something must be known, each with what: see {@link #note}. */
  public SortedMap<ClipId, String> notes() {
    return Collections.unmodifiableSortedMap(notes);
  }

  /** SHA-256 over all ids and the content and settings behind them. */
  public String digest() {
    Sha256 sha = new Sha256();
    keys.forEach((id, key) -> sha.add(id + " " + key + "\n"));
    return sha.hex();
  }
}
