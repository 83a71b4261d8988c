package org.macro2micro.studio.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.work.Model;

/** A model as callers see it. */
record ModelView(
    String id,
    String name,
    String kind,
    @Nullable String row,
    List<String> labels,
    @Nullable String input,
    @Nullable String card) {
  static ModelView of(Model model) {
    return new ModelView(
        model.id(),
        model.name(),
        model.kind(),
        model.row(),
        model.labels(),
        model.input(),
        model.card());
  }
}
