package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.nn.InPlace;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.seed.SeedPath;

/**
 * Trains networks by Adam for a fixed number of epochs; the last epoch's weights are the result.
 *
 * @param phase for listeners
 * @param settings epochs, batch, learning rate
 * @param network the network whose gradient norms are reported
 * @param others what is trained along with it
 * @param gradientNormsEvery epochs between two measurements of gradient norms; 0 for never
 * @param order how the clips of an epoch are cut into batches
 */
public record TrainLoop(
    Phase phase,
    PhaseSettings settings,
    Block network,
    List<Block> others,
    int gradientNormsEvery,
    BatchOrder order) {

  /** The same with random batches. */
  public TrainLoop(
      Phase phase,
      PhaseSettings settings,
      Block network,
      List<Block> others,
      int gradientNormsEvery) {
    this(phase, settings, network, others, gradientNormsEvery, BatchOrder.SHUFFLED);
  }

  /**
   * Runs all epochs.
   *
   * @param manager on which each step gets a manager of its own
   * @param examples number of training clips, at least 2
   * @param loss the loss of a batch
   * @param seed for order and draws
   * @param listener hears of each epoch
   */
  public void run(
      NDManager manager, int examples, StepLoss loss, SeedPath seed, TrainListener listener) {
    if (examples < 2) {
      throw new IllegalArgumentException(
          "phase %s: %d training clips, expected at least 2".formatted(phase.word(), examples));
    }
    List<Block> networks = new ArrayList<>(List.of(network));
    networks.addAll(others);
    int perEpoch = order.steps(examples, settings.batch());
    int steps = Math.max(1, settings.epochs() * perEpoch);
    try (AdamSteps adam = new AdamSteps(manager, networks, settings, steps)) {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        epoch(epoch, manager, examples, loss, seed, listener, adam);
      }
    }
  }

  private void epoch(
      int epoch,
      NDManager manager,
      int examples,
      StepLoss loss,
      SeedPath seed,
      TrainListener listener,
      AdamSteps adam) {
    SeedPath epochSeed = seed.child("epoch").child(epoch);
    List<int[]> batches =
        order.batches(examples, settings.batch(), epochSeed.child("order").random());
    SortedMap<String, Double> norms = new TreeMap<>();
    if (gradientNormsEvery > 0 && epoch % gradientNormsEvery == 0) {
      double progress = (double) epoch / settings.epochs();
      norms = gradientNorms(manager, batches.get(0), loss, epochSeed.child(0), progress, adam);
    }
    SortedMap<String, Double> sums = new TreeMap<>();
    for (int step = 0; step < batches.size(); step++) {
      double progress = (epoch + (double) step / batches.size()) / settings.epochs();
      SeedPath stepSeed = epochSeed.child(step);
      step(manager, batches.get(step), loss, stepSeed, progress, adam)
          .forEach((term, value) -> sums.merge(term, value, Double::sum));
    }
    sums.replaceAll((term, sum) -> sum / batches.size());
    listener.epochDone(phase, epoch + 1, settings.epochs(), sums, norms);
  }

  private SortedMap<String, Double> step(
      NDManager manager,
      int[] batch,
      StepLoss loss,
      SeedPath seed,
      double progress,
      AdamSteps adam) {
    try (NDManager own = manager.newSubManager();
        GradientCollector collector = own.getEngine().newGradientCollector()) {
      StepTerms terms = loss.of(own, batch, seed, progress);
      collector.backward(terms.total());
      adam.step();
      SortedMap<String, Double> values = new TreeMap<>();
      terms.values().forEach((term, value) -> values.put(term, (double) value.getFloat()));
      float total = terms.total().getFloat();
      values.put("total", (double) total);
      if (!Float.isFinite(total)) {
        throw new TrainingDivergedException(phase, values);
      }
      return values;
    }
  }

  /** One forward and backward pass a term, after which network and gradients are as before. */
  private SortedMap<String, Double> gradientNorms(
      NDManager manager,
      int[] batch,
      StepLoss loss,
      SeedPath seed,
      double progress,
      AdamSteps adam) {
    SortedMap<String, Double> norms = new TreeMap<>();
    List<String> names = new ArrayList<>();
    try (NDManager own = manager.newSubManager()) {
      List<NDArray> statistics = new ArrayList<>();
      for (Parameter parameter : statistics()) {
        NDArray copy = parameter.getArray().duplicate();
        copy.attach(own);
        statistics.add(copy);
      }
      int term = 0;
      do {
        try (NDManager pass = own.newSubManager();
            GradientCollector collector = pass.getEngine().newGradientCollector()) {
          StepTerms terms = loss.of(pass, batch, seed, progress);
          names = List.copyOf(terms.weighted().keySet());
          NDArray value = terms.weighted().get(names.get(term));
          if (value != null) {
            collector.backward(value);
          }
          norms.put(names.get(term), Gradients.norm(network));
          adam.clear();
        }
      } while (++term < names.size());
      List<Parameter> moved = statistics();
      for (int i = 0; i < moved.size(); i++) {
        InPlace.copy(statistics.get(i), moved.get(i).getArray());
      }
    }
    return norms;
  }

  private List<Parameter> statistics() {
    List<Parameter> statistics = new ArrayList<>();
    List<Block> networks = new ArrayList<>(List.of(network));
    networks.addAll(others);
    for (Block block : networks) {
      NamedParameters.of(block).values().stream()
          .filter(parameter -> !parameter.requiresGradient())
          .forEach(statistics::add);
    }
    return statistics;
  }
}
