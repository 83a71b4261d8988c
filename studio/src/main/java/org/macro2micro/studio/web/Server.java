package org.macro2micro.studio.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.OwnResource;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.run.Product;
import org.macro2micro.studio.runs.Runs;
import org.macro2micro.studio.store.StoreException;

/** The HTTP server with all routes. */
public final class Server implements AutoCloseable {
  private static final int THREADS = 200;

  private final Javalin javalin;

  private Server(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts a server.
   *
   * @param token the secret that callers must send; empty if the server listens to this machine
   *     alone
   * @throws io.javalin.util.JavalinBindException if the address is taken
   */
  public static Server start(ServeSettings settings, Optional<String> token, Parts parts) {
    Javalin javalin = Javalin.create(config -> configure(config, settings, token, parts));
    javalin.start(settings.host(), settings.port());
    return new Server(javalin);
  }

  /** Returns the port that the server listens at. */
  public int port() {
    return javalin.port();
  }

  private record Health(
      String status,
      String version,
      @Nullable String purpose,
      boolean loopback,
      long retentionSeconds,
      Limits limits) {}

  private record Limits(long bytes, double seconds, long pixels, int queue, long jobSeconds) {}

  private record Listed(List<ModelView> models) {}

  private static void configure(
      JavalinConfig config, ServeSettings settings, Optional<String> token, Parts parts) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(false);
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
    Routes routes = new Routes(config.routes);
    // Refused requests are counted too.
    new ServiceMetrics(parts.jobs(), parts.cameras()).addTo(config.routes, routes);
    Access access = new Access(token);
    config.routes.before(
        context -> {
          Headers.all().forEach(context::header);
          access.check(context);
        });
    routes.get(
        "/api/v1/openapi.json",
        context ->
            Answers.bytes(
                context, "application/json", OwnResource.bytes(Server.class, "openapi.json")));
    routes.get("/", context -> PageRoutes.serve(context, "index.html"));
    Health health = health(settings, token.isEmpty());
    routes.get("/api/v1/health", context -> Answers.json(context, 200, health));
    Listed models = new Listed(parts.models().all().stream().map(ModelView::of).toList());
    routes.get("/api/v1/models", context -> Answers.json(context, 200, models));
    JobRoutes jobRoutes =
        new JobRoutes(
            parts.jobs(),
            parts.folders(),
            parts.queue(),
            parts.retention(),
            parts.models(),
            settings.limits());
    jobRoutes.addTo(routes);
    Room room = new Room(parts.folders(), settings.limits().freeBytes());
    LayerRoutes layers = new LayerRoutes(jobRoutes, parts.layers(), room);
    layers.addTo(routes);
    new LiveRoutes(parts.cameras(), parts.jobs(), jobRoutes, room, settings.limits()).addTo(routes);
    new ComparisonRoutes(jobRoutes, layers, parts.folders()).addTo(routes);
    new RunRoutes(new Runs(settings.runs())).addTo(routes);
    // The first path that fits answers, and this one fits all.
    routes.get("/<file>", context -> PageRoutes.serve(context, context.pathParam("file")));
    failures(config);
  }

  private static Health health(ServeSettings settings, boolean isLoopback) {
    ServeSettings.Limits limits = settings.limits();
    return new Health(
        "ok",
        Product.version(),
        settings.purpose().orElse(null),
        isLoopback,
        limits.retention().toSeconds(),
        new Limits(
            limits.bytes(),
            limits.seconds(),
            limits.pixels(),
            limits.queue(),
            limits.jobTime().toSeconds()));
  }

  private static void failures(JavalinConfig config) {
    config.routes.exception(
        ProblemException.class,
        (failure, context) -> Answers.problem(context, failure.problem(), failure.headers()));
    config.routes.exception(
        HttpResponseException.class,
        (failure, context) ->
            Answers.problem(
                context,
                new Problem(
                    "about:blank",
                    String.valueOf(failure.getMessage()),
                    failure.getStatus(),
                    "Nothing at this path can be asked in this way."),
                Map.of()));
    config.routes.exception(
        StoreException.class,
        (failure, context) ->
            Answers.problem(context, fault("The service's database failed", failure), Map.of()));
    config.routes.exception(
        Exception.class,
        (failure, context) ->
            Answers.problem(context, fault("The service failed", failure), Map.of()));
  }

  /** Tells whoever runs the service what callers must not learn. */
  private static Problem fault(String title, Exception failure) {
    System.getLogger("studio").log(System.Logger.Level.ERROR, title, failure);
    return new Problem(
        Problem.TYPES + "fault",
        title,
        500,
        "This is a fault of the service and not of the request; tell whoever runs it.");
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
