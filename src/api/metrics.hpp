// Metrics: counters for Prometheus, by route and status. No ids, no texts.
#pragma once

#include <memory>
#include <string>

namespace barometer::api {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // From any thread. `route` is a path's template.
  void count(const std::string& method, const std::string& route, int status, double seconds);
  void set_streams(std::size_t streams);
  void set_connections(std::size_t connections);
  void set_waiting_readings(std::size_t readings);

  // In the text exposition format.
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace barometer::api
