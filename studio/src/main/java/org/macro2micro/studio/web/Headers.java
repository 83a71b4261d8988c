package org.macro2micro.studio.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every answer, by which a browser runs nothing but the studio's own page. */
final class Headers {
  /** The page takes nothing from elsewhere and nothing inline; it may make pictures itself. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; manifest-src 'self'; font-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("Content-Security-Policy", POLICY);
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put("Cross-Origin-Resource-Policy", "same-origin");
    ALL.put("Cross-Origin-Opener-Policy", "same-origin");
    ALL.put("X-Frame-Options", "DENY");
    ALL.put(
        "Permissions-Policy",
        "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
    ALL.put("Cache-Control", "no-store");
  }

  private Headers() {}

  static Map<String, String> all() {
    return Map.copyOf(ALL);
  }
}
