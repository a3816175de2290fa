package services.dataminer.points.functions.pages.view;

import java.util.Map;

/// General contributions in words. The rule book has their codes; one that is not here reads as its
/// code, with spaces.
public final class Actions {

  private static final Map<String, String> WORDED =
      Map.ofEntries(
          Map.entry("ask-question", "Ask a question"),
          Map.entry("answer-question", "Answer a question"),
          Map.entry("answer-selected-best", "Have your answer selected as the best"),
          Map.entry("select-best-answer", "Select the best answer to your question"),
          Map.entry("upvote", "Give an upvote"),
          Map.entry("receive-upvote", "Receive an upvote"),
          Map.entry("comment", "Comment"),
          Map.entry("receive-downvote", "Receive a downvote"),
          Map.entry("assignment", "Complete an assignment"),
          Map.entry("attend-training-day", "Attend a training day"),
          Map.entry("internal-training-day", "Give a training day in your company"),
          Map.entry("kata", "Complete a kata"),
          Map.entry("kata-within-a-week", "Complete a kata within a week"),
          Map.entry("certification", "Get certified"),
          Map.entry("correct-documentation", "Correct the documentation"),
          Map.entry("add-documentation", "Add to the documentation"),
          Map.entry("deliver-documentation", "Deliver documentation"),
          Map.entry("documentation-issue", "Report an issue in the documentation"),
          Map.entry("blog-post", "Write a blog post"),
          Map.entry("retro-recipe", "Share a retro recipe"),
          Map.entry("solution", "Share a solution"),
          Map.entry("feedback", "Give feedback"),
          Map.entry("linkedin-headline", "Name your level in your LinkedIn headline"),
          Map.entry("job-title", "Name your level in your job title"),
          Map.entry("share-attestation", "Share your attestation"),
          Map.entry("mindset-nomination", "Be nominated for your mindset"));

  private Actions() {}

  /// An action in words.
  public static String worded(String code) {
    return WORDED.getOrDefault(code, Formats.phrase(code));
  }
}
