package org.macro2micro.studio.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Row;
import org.macro2micro.studio.runs.RunDetail;
import org.macro2micro.studio.runs.RunSummary;
import org.macro2micro.studio.runs.Runs;

/** The paths of finished experiments. */
final class RunRoutes {
  private final Runs runs;

  RunRoutes(Runs runs) {
    this.runs = runs;
  }

  private record Listed(List<RunSummary> runs) {}

  void addTo(Routes routes) {
    routes.get("/api/v1/runs", context -> Answers.json(context, 200, new Listed(runs.all())));
    routes.get("/api/v1/runs/{run}", this::run);
    routes.get("/api/v1/runs/{run}/compare/{other}", this::compare);
  }

  private void run(Context context) throws IOException {
    try {
      RunDetail run =
          runs.find(context.pathParam("run")).orElseThrow(() -> ProblemException.notFound("run"));
      Answers.json(context, 200, run);
    } catch (SettingsException e) {
      throw ProblemException.unusable(
          "The run's predictions can't be scored, since a clip, a class or a row is written in two ways.");
    }
  }

  private void compare(Context context) throws IOException {
    String asked = context.queryParam("row");
    String[] rows = (asked == null || asked.isBlank() ? "c" : asked).split(":", 2);
    try {
      Row first = Row.parse(rows[0]);
      Row second = rows.length == 2 ? Row.parse(rows[1]) : first;
      Answers.json(
          context,
          200,
          runs.compare(context.pathParam("run"), first, context.pathParam("other"), second)
              .orElseThrow(() -> ProblemException.notFound("run")));
    } catch (SettingsException | IllegalArgumentException e) {
      throw ProblemException.unusable(e.getMessage() + ".");
    }
  }
}
