#include "report/report.hpp"

#include "report/html_report.hpp"
#include "report/json_report.hpp"
#include "report/markdown_report.hpp"
#include "report/terminal_report.hpp"

namespace barometer {

std::string_view to_string(ReportFormat format) {
  switch (format) {
    case ReportFormat::Terminal:
      return "terminal";
    case ReportFormat::Html:
      return "html";
    case ReportFormat::Json:
      return "json";
    case ReportFormat::Jsonl:
      return "jsonl";
    case ReportFormat::Markdown:
      return "markdown";
  }
  return "terminal";
}

std::optional<ReportFormat> report_format_from(std::string_view name) {
  for (const ReportFormat format : report_formats) {
    if (to_string(format) == name) return format;
  }
  return std::nullopt;
}

std::string render(ReportFormat format, const InterviewReport& report, const Pack& pack,
                   const RenderOptions& options) {
  switch (format) {
    case ReportFormat::Terminal:
      return report::terminal_report(report, pack, options);
    case ReportFormat::Html:
      return report::html_report(report, pack);
    case ReportFormat::Json:
      return report::json_report(report, pack, report::JsonLayout::Indented);
    case ReportFormat::Jsonl:
      return report::json_report(report, pack, report::JsonLayout::OneLine);
    case ReportFormat::Markdown:
      return report::markdown_report(report, pack);
  }
  return {};
}

}  // namespace barometer
