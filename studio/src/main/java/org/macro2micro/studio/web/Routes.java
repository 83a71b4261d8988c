package org.macro2micro.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Registers the paths that are answered; each request then knows which path it belongs to. */
final class Routes {
  /** The attribute of a request that holds its path as it was registered. */
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
