import type { JunkRule } from './rule.ts';

const correlation = /Correlation ID: ?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/u;

/** SharePoint and DotNetNuke: failed web parts, ribbons, skip links. */
export const sharepoint: readonly JunkRule[] = [
  {
    id: 'junk/sharepoint-web-part',
    error: true,
    page: 'server-error',
    text: /Web Part Error: .{1,400}|Unable to display this Web Part\. To troubleshoot the problem.{0,400}/u,
    why: 'A web part that fails prints its apology in the middle of the page.',
    source: 'SharePoint 2010/2013 core resources, web part errors',
    drops: [
      'Web Part Error: Không hiển thị được phần này của trang.',
      'Unable to display this Web Part. To troubleshoot the problem, open this page in a compatible editor.',
    ],
    keeps: ['Quản trị viên hỏi về Web Part Error: và được hướng dẫn gỡ phần bị hỏng.'],
  },
  {
    id: 'junk/sharepoint-unexpected',
    error: true,
    page: 'server-error',
    needs: {
      beside: new RegExp(
        `${correlation.source}|Technical Details|Go back to site|Troubleshoot issues with Microsoft SharePoint.{0,40}`,
        'iu',
      ),
    },
    text: /An unexpected error has occurred\.?|Sorry, something went wrong|Technical Details|Go back to site/u,
    why: 'SharePoint’s error page is made of short everyday sentences, which mean an error only together.',
    source: 'SharePoint error page with correlation id',
    drops: [
      '<p>Sorry, something went wrong</p><p>Correlation ID: 1a2b3c4d-0000-4fff-8abc-00112233aabb</p>',
      '<p>An unexpected error has occurred.</p><p>Technical Details</p>',
    ],
    keeps: [
      'An unexpected error has occurred.',
      '<p>Sorry, something went wrong</p><p>Đó là câu mở đầu bài hát cả lớp thuộc lòng.</p>',
      '<p>Troubleshoot issues with Microsoft SharePoint Foundation</p><p>Ông đọc to: Sorry, something went wrong rồi ngồi xuống.</p>',
      '<p>Ông nói: Sorry, something went wrong rồi im lặng.</p><p>Technical Details có ở trang sau của tài liệu.</p>',
    ],
  },
  {
    id: 'junk/sharepoint-correlation',
    error: true,
    text: correlation,
    why: 'The number by which an administrator finds the error in the log is nothing to read.',
    source: 'SharePoint error page',
    drops: ['Correlation ID: 1a2b3c4d-0000-4fff-8abc-00112233aabb'],
    keeps: [
      'Ghi lại Correlation ID: 1a2b3c4d-0000-4fff-8abc-00112233aabb rồi gửi cho bộ phận kỹ thuật.',
      'Correlation ID: là gì?',
    ],
  },
  {
    id: 'junk/sharepoint-critical',
    error: true,
    page: 'server-error',
    text: /This page has encountered a critical error\. Contact your system administrator.{0,200}/u,
    why: 'A page that could not be composed says so instead.',
    source: 'SharePoint and DotNetNuke error pages',
    drops: ['This page has encountered a critical error. Contact your system administrator if this problem persists.'],
    keeps: [
      'Câu This page has encountered a critical error. Contact your system administrator được dịch ra tiếng Việt.',
    ],
  },
  {
    id: 'junk/sharepoint-secured',
    text: /You may be trying to access this site from a secured browser on the server\. Please enable scripts and reload this page\.?|Please enable scripts and reload this page\.?/u,
    why: 'Every SharePoint page carries this hidden line for browsers without scripts.',
    source: 'SharePoint v4.master, s4-skipribbonshortcut',
    drops: [
      'You may be trying to access this site from a secured browser on the server. Please enable scripts and reload this page.',
    ],
    keeps: ['Dòng “Please enable scripts and reload this page.” hiện ra khi trình duyệt chặn mã kịch bản.'],
  },
  {
    id: 'junk/sharepoint-skip',
    text: /Skip Ribbon Commands|Skip to (?:main )?content|Turn (?:on|off) (?:more )?accessible mode|Turn (?:on|off) animations|Hide Ribbon|Skip Navigation Links\.?|Truy cập nội dung luôn|Chuyển đến nội dung(?: chính)?|Bỏ qua (?:điều hướng|nội dung)/u,
    why: 'Skip links for screen readers stand at the head of the page’s text.',
    source: 'SharePoint v4.master; Liferay 6 welcome theme',
    drops: ['Skip Ribbon Commands', 'Skip to main content', 'Truy cập nội dung luôn'],
    keeps: ['Người khiếm thị bấm Skip to main content để nghe ngay bài viết.'],
  },
  {
    id: 'junk/sharepoint-ribbon',
    needs: { control: true },
    text: /Sign In|Site Actions|Browse|Page Image|Page Content|Currently selected|Article Date|Byline/u,
    why: 'Names of ribbon tabs and of empty fields are printed as text.',
    source: 'SharePoint publishing page layouts',
    drops: ['<a href="#">Sign In</a>', '<ul><li><a href="/_layouts">Site Actions</a></li></ul>'],
    keeps: [
      '<p>Page Content</p>',
      '<h2>Browse</h2><p>Trong tiếng Anh, từ này nghĩa là xem lướt qua một lượt.</p>',
      '<ul><li><a href="/b">Cách bấm Sign In để vào học trực tuyến</a></li></ul>',
    ],
  },
  {
    id: 'junk/dnn-unavailable',
    error: true,
    page: 'server-error',
    text: /Error: .{1,60} is currently unavailable\.?|DotNetNuke\.Services\.Exceptions\.(?:ModuleLoad|PageLoad)Exception.{0,300}|A critical error has occurred\.?(?: ?Please check the (?:Event Viewer|Admin Logs?) for further details\.?)?/u,
    why: 'A DotNetNuke module that cannot load leaves its message in its pane.',
    source: 'DotNetNuke GlobalResources, module load errors',
    drops: [
      'Error: Tin nội bộ is currently unavailable.',
      'DotNetNuke.Services.Exceptions.ModuleLoadException: không tải được',
      'A critical error has occurred. Please check the Event Viewer for further details.',
    ],
    keeps: [
      'Theo thông báo, Error: Events is currently unavailable. chỉ hiện với khách.',
      'The old bridge is currently unavailable.',
    ],
  },
];
