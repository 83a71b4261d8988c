package org.macro2micro.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.store.JobState;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.work.LiveSessions;

/** Counts what the service does, for Prometheus to read. It tells nothing of films or people. */
final class ServiceMetrics {
  private static final String START = "macro2micro.start";
  private static final String OTHER = "other";

  /** A caller can send any word as a method, and each one that is counted takes memory. */
  private static final Set<HandlerType> METHODS =
      Set.of(
          HandlerType.GET,
          HandlerType.HEAD,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.DELETE,
          HandlerType.OPTIONS);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  ServiceMetrics(JobStore jobs, LiveSessions cameras) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    for (JobState state : JobState.values()) {
      Gauge.builder("studio.jobs", jobs, store -> store.count(state))
          .tag("state", state.word())
          .description("Known jobs by state")
          .register(registry);
    }
    Gauge.builder("studio.cameras", cameras, LiveSessions::open)
        .description("Cameras that are looked through now")
        .register(registry);
  }

  void addTo(RoutesConfig config, Routes routes) {
    config.before(context -> context.attribute(START, System.nanoTime()));
    config.after(this::count);
    routes.get(
        "/metrics",
        context ->
            Answers.bytes(
                context,
                "text/plain; version=0.0.4; charset=utf-8",
                registry.scrape().getBytes(StandardCharsets.UTF_8)));
  }

  private void count(Context context) {
    @Nullable Long start = context.attribute(START);
    @Nullable String template = context.attribute(Routes.TEMPLATE);
    if (start != null) {
      Timer.builder("studio.requests")
          .description("Requests and how long they took")
          .tag("route", template == null ? OTHER : template)
          .tag("method", METHODS.contains(context.method()) ? context.method().name() : OTHER)
          .tag("status", String.valueOf(context.statusCode()))
          .register(registry)
          .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }
}
