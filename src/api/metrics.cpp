#include "api/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace barometer::api {

struct Metrics::Parts {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("barometer_http_requests_total")
                                                          .Help("Requests that were answered")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("barometer_http_request_duration_seconds")
          .Help("From the whole request to the whole answer, on the server's side")
          .Register(registry);
  prometheus::Gauge& streams = prometheus::BuildGauge()
                                   .Name("barometer_event_streams")
                                   .Help("Event streams that are open")
                                   .Register(registry)
                                   .Add({});
  prometheus::Gauge& connections = prometheus::BuildGauge()
                                       .Name("barometer_connections")
                                       .Help("Connections that are open")
                                       .Register(registry)
                                       .Add({});
  prometheus::Gauge& waiting = prometheus::BuildGauge()
                                   .Name("barometer_readings_waiting")
                                   .Help("Transcripts that wait to be read")
                                   .Register(registry)
                                   .Add({});
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const std::string& method, const std::string& route, int status,
                    double seconds) {
  static const prometheus::Histogram::BucketBoundaries bounds = {
      0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10};
  parts_->requests.Add({{"method", method}, {"route", route}, {"status", std::to_string(status)}})
      .Increment();
  parts_->seconds.Add({{"method", method}, {"route", route}}, bounds).Observe(seconds);
}

void Metrics::set_streams(std::size_t streams) {
  parts_->streams.Set(static_cast<double>(streams));
}
void Metrics::set_connections(std::size_t connections) {
  parts_->connections.Set(static_cast<double>(connections));
}
void Metrics::set_waiting_readings(std::size_t readings) {
  parts_->waiting.Set(static_cast<double>(readings));
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace barometer::api
