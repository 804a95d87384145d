"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { countKept, onOutboxChange } from "@/lib/offline/outbox";
import { forgetPages } from "./worker-client";

/** At the door: nobody's pages stay on the device, and what waits to be sent is not forgotten. */
export function DeviceMemory() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => void countKept().then(setCount).catch(console.warn);
    forgetPages().catch(console.warn);
    look();
    return onOutboxChange(look);
  }, []);
  if (count === 0) return null;
  return (
    <Alert tone="warning" className="mb-4" title={`Máy này còn giữ ${count} mục chưa gửi`}>
      Người đã ghi đăng nhập lại bằng tài khoản của mình thì máy tự gửi.
    </Alert>
  );
}
