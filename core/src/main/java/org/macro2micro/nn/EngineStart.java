package org.macro2micro.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;

/**
 * Starts PyTorch with the libraries of this product, or with those that {@link
 * TorchLibrary#VARIABLE} names, whatever else the machine is set up for.
 *
 * <p>The library that loads PyTorch takes variables of the environment and system properties of the
 * same names, the variables first: they lead it to other versions of PyTorch, to a server, or to
 * folders that can't be written to. The properties are taken away here. A variable can't be, so one
 * that would change the libraries is named in an error. The launcher and {@code run.ProcessFolds}
 * start Java without them.
 */
public final class EngineStart {
  private static final String ENGINE = "PyTorch";
  private static final String DEFAULT_ENGINE = "ai.djl.default_engine";
  private static final String JAVA_LIBRARY_PATH = "java.library.path";
  private static final String PREFERRED = "DJL_DEFAULT_ENGINE";
  private static final String VERSION = "PYTORCH_VERSION";
  private static final String FLAVOR = "PYTORCH_FLAVOR";
  private static final String LIBRARY = "PYTORCH_LIBRARY_PATH";

  /** What the code between Java and PyTorch was built for, where it is for cards. */
  private static final String FOR_CARDS = "cu128";

  /** Those that put other libraries beside this product's, or in their place. */
  private static final List<String> OTHER_LIBRARIES =
      List.of(LIBRARY, "PYTORCH_EXTRA_LIBRARY_PATH");

  /** Those that say where the libraries are unpacked; the first that is set counts. */
  private static final List<String> FOLDERS = List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR");

  private EngineStart() {}

  /**
   * Variables of the environment that lead to other libraries. A process that starts PyTorch should
   * be without them.
   */
  public static List<String> variables() {
    List<String> names =
        new ArrayList<>(
            List.of(
                VERSION,
                FLAVOR,
                "PYTORCH_PRECXX11",
                "PYTORCH_LIBRARY_EXCLUSION",
                PREFERRED,
                "DJL_OFFLINE"));
    names.addAll(OTHER_LIBRARIES);
    return names;
  }

  /**
   * New native memory of PyTorch for the processor, which is started when it is first asked for.
   *
   * @throws EngineStartException if PyTorch can't be started; the message names what is in the way
   */
  public static NDManager newManager() {
    return newManager(ComputeDevice.CPU);
  }

  /**
   * New native memory of PyTorch, which is started when it is first asked for.
   *
   * @param device whose memory
   * @throws EngineStartException if PyTorch can't be started, or there is no such device; the
   *     message names what is in the way
   */
  public static NDManager newManager(ComputeDevice device) {
    Device place = resolved(device) == ComputeDevice.GPU ? Device.gpu() : Device.cpu();
    return started().newBaseManager(place);
  }

  /**
   * What a device comes to here. Starts PyTorch only where it was built for cards.
   *
   * @return the processor or a card
   * @throws EngineStartException if there is no such device; the message says why
   */
  public static ComputeDevice resolved(ComputeDevice wanted) {
    if (wanted == ComputeDevice.CPU) {
      return wanted;
    }
    TorchLibrary library = library();
    if (library.cuda() && Only.hasCard()) {
      return ComputeDevice.GPU;
    }
    if (wanted == ComputeDevice.GPU) {
      throw new EngineStartException(
          "device=gpu: found no card (%s), expected one; set device=cpu or device=auto, or name with %s=FOLDER a PyTorch %s that was built for CUDA"
              .formatted(
                  library.cuda()
                      ? "none that PyTorch " + library + " can compute on"
                      : "PyTorch " + library + " was built for the processor alone",
                  TorchLibrary.VARIABLE,
                  library.version().replaceFirst("\\+.*", "")));
    }
    return ComputeDevice.CPU;
  }

  /**
   * The PyTorch that is loaded, or will be.
   *
   * @throws EngineStartException if another one is asked for than can be loaded
   */
  public static TorchLibrary library() {
    return TorchLibrary.of(System.getenv(), Platform.detectPlatform("pytorch").getVersion());
  }

  private static Engine started() {
    Attempt attempt = Only.ATTEMPT;
    if (attempt.engine == null) {
      throw new EngineStartException(attempt.failure, attempt.cause);
    }
    return attempt.engine;
  }

  /** PyTorch, or why it could not be started. */
  private record Attempt(@Nullable Engine engine, String failure, @Nullable Throwable cause) {}

  /** Holds the only attempt, which is made when somebody asks for it. */
  private static final class Only {
    private static final Attempt ATTEMPT = attempt();

    /** Whether a number can be laid on a card and taken back, which is all that counts. */
    static boolean hasCard() {
      try (NDManager card = started().newBaseManager(Device.gpu())) {
        return card.create(1f).toFloatArray()[0] == 1;
      } catch (EngineException none) {
        return false;
      }
    }
  }

  private static Attempt attempt() {
    Map<String, String> environment = System.getenv();
    String libraries = System.getProperty(JAVA_LIBRARY_PATH, "");
    try {
      requireOwnLibraries(environment);
      TorchLibrary library = library();
      NativeFiles.place();
      variables().forEach(System::clearProperty);
      if (library.folder() != null) {
        System.setProperty(LIBRARY, library.folder().toString());
        System.setProperty(VERSION, library.version().replaceFirst("\\+.*", ""));
        System.setProperty(FLAVOR, library.cuda() ? FOR_CARDS : "cpu");
      }
      System.setProperty(DEFAULT_ENGINE, ENGINE);
      // Another PyTorch on LD_LIBRARY_PATH, which Java has in this property, would be preferred.
      System.setProperty(JAVA_LIBRARY_PATH, "");
      return new Attempt(Engine.getEngine(ENGINE), "", null);
    } catch (EngineStartException e) {
      return new Attempt(null, String.valueOf(e.getMessage()), null);
    } catch (EngineException | LinkageError e) {
      return new Attempt(null, failure(environment, reason(e)), e);
    } finally {
      System.setProperty(JAVA_LIBRARY_PATH, libraries);
    }
  }

  private static String failure(Map<String, String> environment, String reason) {
    String installed = environment.getOrDefault(TorchLibrary.VARIABLE, "");
    return installed.isBlank()
        ? "PyTorch can't be started (%s); its libraries are unpacked in %s, which must have 500 MB of room and allow programs to run; the variable DJL_CACHE_DIR names another folder"
            .formatted(reason, NativeFiles.ofEngine(environment))
        : "the PyTorch in %s=%s can't be started (%s); expected one with all the libraries that it needs; unset the variable to take the product's own"
            .formatted(TorchLibrary.VARIABLE, installed, reason);
  }

  /**
   * Refuses variables that lead to other libraries, or to a folder that can't be used.
   *
   * @param environment the variables by name
   * @throws EngineStartException if there is one
   */
  static void requireOwnLibraries(Map<String, String> environment) {
    String version = environment.getOrDefault(VERSION, "");
    String own = Platform.detectPlatform("pytorch").getVersion();
    if (!version.isEmpty() && !own.startsWith(version)) {
      throw new EngineStartException(
          "the variable %s=%s asks for another PyTorch than this product's own, %s; unset it"
              .formatted(VERSION, version, own));
    }
    String engine = environment.getOrDefault(PREFERRED, "");
    if (!engine.isEmpty() && !engine.equals(ENGINE)) {
      throw new EngineStartException(
          "the variable %s=%s asks for another engine than %s, the only one of this product; unset it"
              .formatted(PREFERRED, engine, ENGINE));
    }
    for (String name : OTHER_LIBRARIES) {
      if (!environment.getOrDefault(name, "").isEmpty()) {
        throw new EngineStartException(
            "the variable %s=%s leads to other libraries than this product's own; unset it; an installed PyTorch is named by %s=FOLDER"
                .formatted(name, environment.get(name), TorchLibrary.VARIABLE));
      }
    }
    for (String name : FOLDERS) {
      String folder = environment.getOrDefault(name, "");
      if (!folder.isEmpty()) {
        if (!NativeFiles.isUsable(folder)) {
          throw new EngineStartException(
              "the variable %s=%s names a folder that can't be made or written to; name another one, or unset it"
                  .formatted(name, folder));
        }
        return;
      }
    }
  }

  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first == failure || failure.getMessage() == null
        ? first.toString()
        : failure.getMessage() + ": " + first;
  }
}
