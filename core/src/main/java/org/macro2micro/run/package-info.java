/**
 * From an experiment's settings to its run directory, and from a saved model to what it says:
 * reads, prepares, trains, predicts, reports.
 *
 * <p>A program that has this library in it begins here. The whole one, with its imports, is {@code
 * examples/embed}.
 *
 * <p>{@link org.macro2micro.run.SavedModel} loads a model as {@code macro2micro train} writes it.
 * Opening one costs the start of PyTorch once for each process, a second or two; the first start on
 * a machine unpacks its libraries too.
 *
 * <pre>{@code
 * SavedModel model = SavedModel.read(Path.of(arguments[0]));
 * }</pre>
 *
 * <p>{@link org.macro2micro.run.ClipPredictions} names the expression in clips: short videos of one
 * expression, or folders of their frames. Hand in many clips at once.
 *
 * <pre>{@code
 * ClipPredictions.Outcome outcome =
 *     ClipPredictions.of(
 *         model, List.of(clip), model.preparation(), out, RunListener.silent(), () -> false);
 * outcome.predictions().forEach(p -> System.out.println(p.label() + " " + p.probabilities()));
 * }</pre>
 *
 * <p>{@link org.macro2micro.run.VideoPrediction} finds brief movements in a long video and names
 * them; the face is found in the frames. Without a model it names nothing:
 *
 * <pre>{@code
 * VideoPrediction.Outcome outcome =
 *     VideoPrediction.ofMovements(
 *             PreprocessSettings.ofFaces(Align.BOX, null),
 *             SpotSettings.DEFAULT,
 *             RunListener.silent(),
 *             () -> false)
 *         .of(Footage.of(video), out, false);
 * outcome.video().intervals().forEach(found -> System.out.println(found.interval()));
 * }</pre>
 *
 * <p>Each outcome has a page to look at in the folder handed in, and says what was left out and
 * why. A {@link org.macro2micro.run.RunListener} is told of the progress; the last argument is
 * asked whether to stop, and what was found up to then is the outcome. What was found goes to
 * annotation tools by {@code exchange.Export}.
 *
 * <p>Errors: {@link java.io.IOException} for files that can't be read or written, {@link
 * org.macro2micro.config.SettingsException} for settings that can't be used; both say what was
 * found, where, what was expected and what to do. Training and prediction may run on any thread,
 * but one training at a time in a process. Models are not shared between threads: open one for
 * each.
 */
@NullMarked
package org.macro2micro.run;

import org.jspecify.annotations.NullMarked;
