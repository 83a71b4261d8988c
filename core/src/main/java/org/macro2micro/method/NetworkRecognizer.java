package org.macro2micro.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.ClipView;

/** A recogniser that is one network: what it says of clips is a function of arrays. */
public interface NetworkRecognizer extends Recognizer {
  /** How it takes clips. */
  ClipView view();

  /** The network and its weights, which belong to this recogniser. */
  LoadedNetwork<? extends Block> loaded();

  /**
   * The classes' probabilities by a network in evaluation mode. It only calls operations of arrays:
   * it reads no numbers of theirs and makes new ones by their manager alone, so that arrays which
   * stand for any clips can be put through it (package onnx).
   *
   * @param inputs arrays that the view has given and arranged
   * @return [n,classes]
   */
  NDArray probabilities(NDList inputs);
}
