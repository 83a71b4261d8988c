package org.macro2micro.studio.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.macro2micro.base.Sha256;

/**
 * Hands out the page and what belongs to it from the program's own resources. A name must be made
 * of plain words, so that it can't lead anywhere else.
 */
final class PageRoutes {
  private static final String FOLDER = "/org/macro2micro/studio/page/";
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,40}/){0,2}[a-z0-9][a-z0-9.-]{0,60}");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json",
          "txt", "text/plain; charset=utf-8");

  private PageRoutes() {}

  /** Answers with a part of the page, or tells a browser that it has that part already. */
  static void serve(Context context, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.get(ending);
    if (type == null || !NAME.matcher(name).matches() || name.contains("..")) {
      throw ProblemException.notFound("page");
    }
    byte[] bytes = resource(name);
    String tag = "\"" + Sha256.hex(bytes).substring(0, 32) + "\"";
    context.header("Cache-Control", "no-cache").header("ETag", tag);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    Answers.bytes(context, type, bytes);
  }

  private static byte[] resource(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw ProblemException.notFound("page");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw ProblemException.notFound("page");
    }
  }
}
