package org.macro2micro.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** The paths that are answered; each request knows which of them it is. */
final class Routes {
  /** Where a request keeps the path that it is an instance of. */
  static final String TEMPLATE = "macro2micro.template";

  private final RoutesConfig routes;

  Routes(RoutesConfig routes) {
    this.routes = routes;
  }

  void get(String path, Handler handler) {
    add(HandlerType.GET, path, handler);
  }

  void post(String path, Handler handler) {
    add(HandlerType.POST, path, handler);
  }

  void put(String path, Handler handler) {
    add(HandlerType.PUT, path, handler);
  }

  void delete(String path, Handler handler) {
    add(HandlerType.DELETE, path, handler);
  }

  private void add(HandlerType method, String path, Handler handler) {
    routes.addHttpHandler(
        method,
        path,
        context -> {
          context.attribute(TEMPLATE, path);
          handler.handle(context);
        });
  }
}
