package org.macro2micro.studio.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A service that has looked at a camera's frames, as a page is told of it: each batch is answered
 * with half a second more, in which a face is followed, and every eighth with a mark.
 */
final class ToldLive {
  static final String BEGUN =
      """
      {"id": "told", "record": %s, "mostSeconds": 600, "batchBytes": 16777216}""";

  static final String ENDED =
      """
      {"frames": 60, "job": null}""";

  private static final int EACH = 15;

  private ToldLive() {}

  /** Lets a page see it in place of the service's own. */
  static void to(Page page) {
    AtomicInteger batches = new AtomicInteger();
    answer(page, "", 201, BEGUN.formatted(true));
    page.route(
        "**/api/v1/live/told/frames",
        route -> fulfil(route, 200, answered(batches.getAndIncrement())));
    answer(page, "/told/end", 200, ENDED);
  }

  /** Lets a page hear one answer from a part of the path. */
  static void answer(Page page, String path, int status, String body) {
    page.route("**/api/v1/live" + path, route -> fulfil(route, status, body));
  }

  /** Lets a page hear a refusal. */
  static void refuse(Page page, String path, int status, String title, String detail) {
    answer(
        page,
        path,
        status,
        """
        {"type": "about:blank", "title": "%s", "status": %d, "detail": "%s"}"""
            .formatted(title, status, detail));
  }

  private static void fulfil(Route route, int status, String body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(body));
  }

  private static String answered(int batch) {
    double end = (batch + 1) * EACH / 30.0;
    List<Integer> frames = IntStream.range(batch * EACH, (batch + 1) * EACH).boxed().toList();
    String curve =
        frames.stream()
            .map(
                frame ->
                    """
                    {"seconds": %f, "value": %f, "threshold": %s}"""
                        .formatted(
                            frame / 30.0,
                            .5 + Math.exp(-Math.pow((frame % 120 - 100) / 4.0, 2)),
                            frame < 20 ? "null" : "0.8"))
            .collect(Collectors.joining(", "));
    String mark =
        """
        {"onset": %f, "apex": %f, "offset": %f, "strength": 1.8125}"""
            .formatted(end - .77, end - .67, end - .5);
    return """
        {"frames": %d, "face": {"seconds": %f, "x": 240, "y": 180, "width": 180}, "curve": [%s], "marks": [%s]}"""
        .formatted((batch + 1) * EACH, end, curve, batch % 8 == 7 ? mark : "");
  }
}
