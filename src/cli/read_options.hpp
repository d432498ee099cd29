// What `barometer read` was asked to do.
#pragma once

#include <string>
#include <vector>

namespace barometer::cli {

struct ReadRequest {
  std::vector<std::string> files;
  std::string pack;
  std::string
      input_format;  // empty: by content; "exchanges": exchange lines; else an importer's id
  std::string label_pattern;  // a regular expression; empty: what the format knows of labels
  std::string output_format;  // empty: terminal on a terminal, jsonl for several files into a pipe,
                              // markdown otherwise
  std::string output;         // file or, for several inputs, folder; empty: standard output
  std::vector<std::string> roles;
  std::string colour = "auto";
  unsigned width = 0;  // 0: that of the terminal
  unsigned jobs = 0;   // 0: all cores
  bool resume = false;
  bool quiet = false;
};

// One interview from one file. On a terminal the candidate is asked for where the file does not
// tell.
int read_one(const ReadRequest& request);

// Several interviews side by side: survives bad files, reports them at the end (exit code 1),
// resumes.
int read_many(const ReadRequest& request);

// Exchange lines in, reading lines out, in order.
int read_exchange_lines(const ReadRequest& request);

}  // namespace barometer::cli
